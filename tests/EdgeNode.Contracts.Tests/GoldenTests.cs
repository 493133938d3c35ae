using System.Text;

namespace EdgeNode.Contracts.Tests;

public sealed class GoldenTests
{
    [Fact]
    public void A_status_keeps_its_bytes() => Holds(Samples.Status);

    [Fact]
    public void A_picture_keeps_its_bytes() => Holds(Samples.Now);

    [Fact]
    public void A_journal_acknowledgement_keeps_its_bytes() => Holds(Samples.JournalAck);

    [Fact]
    public void A_journal_seal_keeps_its_bytes() => Holds(Samples.SiteKey.Sign(new JournalSeal("gare", "e1", Samples.Day, 41, new('b', 64))));

    [Fact]
    public void A_loss_of_records_keeps_its_bytes() => Holds(Samples.SiteKey.Sign(new JournalLoss("gare", "e1", 12, 14, new('b', 64))));

    [Fact]
    public void A_door_safety_sheet_keeps_its_bytes() =>
        Holds(Samples.SiteKey.Sign(new DoorSafetySheet("gare", "street", new('b', 64), 1_795_500_000_000, "installer-1", "FailSecure", null, [new("Lock", "shut while locked")])));

    [Fact]
    public void A_usage_manifest_keeps_its_bytes() => Holds(Samples.Manifest);

    [Fact]
    public void A_usage_chunk_keeps_its_bytes() => Holds(Samples.Chunk);

    [Fact]
    public void A_usage_acknowledgement_keeps_its_bytes() => Holds(Samples.UsageAck);

    [Fact]
    public void A_policy_keeps_its_bytes() => Holds(Samples.Policy);

    [Fact]
    public void A_policy_head_keeps_its_bytes() => Holds(Samples.Packed.Head);

    [Fact]
    public void A_policy_part_keeps_its_bytes() => Holds(new PolicyPart(7, 0, [1, 2, 3]));

    [Fact]
    public void A_policy_delta_keeps_its_bytes() => Holds(new PolicyDelta(7, new('d', 64), [1, 2, 3]));

    [Fact]
    public void A_wish_for_parts_keeps_its_bytes() => Holds(Samples.Want);

    [Fact]
    public void A_wish_for_a_certificate_keeps_its_bytes() => Holds(Samples.CertificateWant);

    [Fact]
    public void A_certificate_keeps_its_bytes() => Holds(Samples.Certificate);

    [Fact]
    public void A_command_keeps_its_bytes() => Holds(Samples.Command);

    [Fact]
    public void An_answer_to_a_command_keeps_its_bytes() => Holds(new CommandAnswer("c1", CommandAnswer.Done));

    [Fact]
    public void An_invitation_keeps_its_bytes() => Holds(Samples.Invitation);

    [Fact]
    public void A_journal_batch_keeps_the_bytes_of_its_head_and_of_every_record()
    {
        var packed = JournalBatchCodec.Pack(Samples.Batch);
        var read = JournalBatchCodec.Unpack(packed);
        Assert.Equal(Samples.Batch.Lines.Select(line => line.ToArray()), read.Lines.Select(line => line.ToArray()));
        GoldenFile.Holds("JournalBatch.txt", LetterBrotli.Decompress(packed, 1000));
    }

    private static void Holds<T>(T letter)
        where T : Letter
    {
        var bytes = LetterCodec.Encode(letter);
        Assert.Equal(bytes, LetterCodec.Encode(LetterCodec.Decode<T>(bytes)));
        Assert.StartsWith("{\"v\":1,", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        GoldenFile.Holds($"{typeof(T).Name}.json", bytes);
    }
}
