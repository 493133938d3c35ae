using EdgeNode.Contracts;

namespace EdgeNode.CloudSync;

/// <summary>Sends the latest picture when it has changed, and not too often: those between are skipped.</summary>
internal sealed class PictureDuty(DutyContext context) : LinkDuty(context)
{
    private byte[] _last = [];
    private TimeSpan _notBefore;

    public override async Task Pump(CancellationToken stop)
    {
        if (Context.Elapsed < _notBefore)
        {
            Due = _notBefore;
            return;
        }

        Due = null;
        var now = Context.Ports.Picture.Current();
        var timeless = LetterCodec.Encode(now with { At = 0 });
        if (!timeless.AsSpan().SequenceEqual(_last))
        {
            await Context.Wire.Publish(Topics.Now(Context.Site), LetterCodec.Encode(now), retain: true, stop);
            (_last, _notBefore) = (timeless, Context.Elapsed + Context.Settings.PictureHold);
        }
    }
}
