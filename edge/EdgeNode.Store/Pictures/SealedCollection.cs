using LiteDB;

namespace EdgeNode.Store;

/// <summary>A LiteDB collection whose every document is checked when it is read.</summary>
internal sealed class SealedCollection(LiteDatabase database, string name)
{
    private readonly ILiteCollection<BsonDocument> _documents = database.GetCollection(name);

    /// <summary>How many documents there are.</summary>
    public long Count => _documents.LongCount();

    /// <summary>All documents, checked.</summary>
    public IEnumerable<BsonDocument> All => _documents.FindAll().Select(SealedDocument.Unseal);

    /// <summary>One document, checked; null when there is none.</summary>
    public BsonDocument? Find(BsonValue id) => _documents.FindById(id) is { } found ? SealedDocument.Unseal(found) : null;

    /// <summary>Documents with a value in an indexed field, checked.</summary>
    public IEnumerable<BsonDocument> Find(string field, BsonValue value) => _documents.Find(Query.EQ(field, value)).Select(SealedDocument.Unseal);

    /// <summary>Puts a document in place of any other with its <c>_id</c>.</summary>
    public void Put(BsonDocument document) => _documents.Upsert(SealedDocument.Seal(document));

    /// <summary>Removes a document, if it is there.</summary>
    public void Remove(BsonValue id) => _documents.Delete(id);

    /// <summary>Makes a field quick to find by.</summary>
    public void Index(string field) => _documents.EnsureIndex(field);
}
