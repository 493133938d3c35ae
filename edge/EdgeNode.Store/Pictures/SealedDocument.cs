using LiteDB;

namespace EdgeNode.Store;

/// <summary>A checksum in each document: LiteDB has none, so that a flipped bit in a page would be read as an answer.</summary>
internal static class SealedDocument
{
    private const string Field = "seal";

    /// <summary>Adds the checksum.</summary>
    public static BsonDocument Seal(BsonDocument document)
    {
        document[Field] = Checksum(document);
        return document;
    }

    /// <summary>Takes the checksum off again.</summary>
    /// <exception cref="InvalidDataException">It does not fit.</exception>
    public static BsonDocument Unseal(BsonDocument document)
    {
        var seal = document[Field];
        document.Remove(Field);
        return seal.IsInt64 && seal.AsInt64 == Checksum(document)
            ? document
            : throw new InvalidDataException("a document in it is not what was written");
    }

    private static long Checksum(BsonDocument document) => Crc32C.Of(BsonSerializer.Serialize(document));
}
