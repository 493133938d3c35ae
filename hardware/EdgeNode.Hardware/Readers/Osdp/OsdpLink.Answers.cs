namespace EdgeNode.Hardware;

/// <summary>What an answer means.</summary>
internal sealed partial class OsdpLink
{
    /// <summary>Takes an answer; false = it is not the one that is waited for.</summary>
    public bool Take(OsdpFrame reply, TimeSpan now)
    {
        if ((OsdpReply)reply.Code == OsdpReply.Busy && reply.Security is null)
        {
            Missed(now);
            _notBefore = _notBefore > now + BusyPause ? _notBefore : now + BusyPause;
            return true;
        }

        if (_onTheWire is null || reply.Sequence != _sequence || Content(reply) is not { } content)
        {
            return false;
        }

        (_onTheWire, _misses, _notBefore) = (null, 0, now);
        _sequence = _sequence == 3 ? 1 : _sequence + 1;
        Understand(reply, content, now);
        return true;
    }

    // Null where a message does not belong to the channel that stands; a refusal in clear is how a reader tells that it lost it.
    private byte[]? Content(OsdpFrame reply)
    {
        if (_session is null)
        {
            return reply.IsSealed ? null : reply.Content;
        }

        if (reply.IsSealed)
        {
            return _session.Open(reply);
        }

        if ((OsdpReply)reply.Code == OsdpReply.Nak)
        {
            return reply.Content;
        }

        Alarm(OsdpAlarm.ClearText);
        return null;
    }

    private void Understand(OsdpFrame reply, byte[] content, TimeSpan now)
    {
        switch (_phase)
        {
            case Phase.Identify:
                TellIdentity(reply, content);
                _phase = _settings.RequireSecure ? Phase.Challenge : Phase.Describe;
                break;
            case Phase.Challenge:
                Challenged(reply, now);
                break;
            case Phase.Prove:
                Proved(reply, now);
                break;
            case Phase.Describe:
                Arrive(now);
                break;
            default:
                Heard((OsdpReply)reply.Code, content, now);
                break;
        }
    }

    private void TellIdentity(OsdpFrame reply, byte[] content)
    {
        if ((OsdpReply)reply.Code == OsdpReply.Identity && content.Length >= 12)
        {
            var identity = new OsdpEvent.Identity(
                Convert.ToHexString(content.AsSpan(0, 3)), content[3], string.Join('.', content.AsSpan(9, 3).ToArray()));
            if (_identity != identity)
            {
                _identity = identity;
                _tell(identity);
            }
        }
    }

    private void Challenged(OsdpFrame reply, TimeSpan now)
    {
        if ((OsdpReply)reply.Code == OsdpReply.Nak)
        {
            Refuse(OsdpAlarm.NoSecureChannel, now);
        }
        else if (_handshake!.KeyKind == 1 && reply.SecurityContent is [0])
        {
            Refuse(OsdpAlarm.DefaultKey, now);
        }
        else if (_handshake.Prove(reply, _sequence) is { } proof)
        {
            (_proof, _phase) = (proof, Phase.Prove);
        }
        else
        {
            Refuse(OsdpAlarm.WrongKey, now);
        }
    }

    private void Proved(OsdpFrame reply, TimeSpan now)
    {
        if (_handshake!.Open(reply) is not { } session)
        {
            Refuse(OsdpAlarm.WrongKey, now);
            return;
        }

        (_session, _sessionSince, _phase, _tried) = (session, now, Phase.Describe, 0);
        _alarmed.Clear();
        if (_pairing is { } pairing)
        {
            _pairing = null;
            Rotate(pairing.Key);
            _phase = Phase.Online;
        }
        else if (_ring != OsdpKeyRing.Settle(_handshake.Key))
        {
            Keep(OsdpKeyRing.Settle(_handshake.Key));
        }
    }

    // The other key is tried at once; when all were, the reader is left alone for a while.
    private void Refuse(OsdpAlarm alarm, TimeSpan now)
    {
        _tried++;
        var all = _pairing is not null || _tried % Math.Max(1, _ring.Candidates.Count) == 0;
        if (all)
        {
            Alarm(alarm);
        }

        if (_up && now - _lastAnswer >= OfflineAfter)
        {
            Fall(now);
        }
        else
        {
            Restart(all ? now + DownPause : now);
        }
    }

    private void Arrive(TimeSpan now)
    {
        (_phase, _lastAnswer) = (Phase.Online, now);
        if (!_up)
        {
            _up = true;
            _tell(new OsdpEvent.Up());
        }

        Ask(OsdpCommand.LocalStatus, [], TimeSpan.MaxValue);
    }

    private void Heard(OsdpReply code, byte[] content, TimeSpan now)
    {
        if (code == OsdpReply.Nak)
        {
            Refused(content.Length > 0 ? (OsdpNak)content[0] : OsdpNak.None, now);
            return;
        }

        // A reader may hold cards back; it held none when it last had nothing to tell.
        var since = _lastEmpty ?? now - OfflineAfter;
        _lastEmpty = code == OsdpReply.Ack && _asked == OsdpCommand.Poll ? now : _lastEmpty;
        _lastAnswer = now;
        _notBefore = _queue.Count > 0 ? now : now + _settings.PollInterval;
        switch (code)
        {
            case OsdpReply.RawCard:
                TellCard(OsdpContent.CardBits(content), since);
                break;
            case OsdpReply.FormattedCard:
                TellCard(OsdpContent.FormattedCardBits(content), since);
                break;
            case OsdpReply.Keypad when _up && OsdpContent.Keys(content) is { } keys:
                _tell(new OsdpEvent.Keys(keys));
                break;
            case OsdpReply.LocalStatus when content is [var tampered, var power]:
                TellLocal((tampered != 0, power != 0));
                break;
            case OsdpReply.Communication when OsdpContent.Communication(content) is { } to:
                _tell(new OsdpEvent.Moved(to.Address, to.Baud));
                break;
            case OsdpReply.InputStatus:
                TellInputs(string.Concat(content.Select(input => input != 0 ? '1' : '0')));
                break;
            case OsdpReply.Ack when _asked == OsdpCommand.SetKey:
                // Second phase: the new key counts once the reader has proved it.
                Restart(now);
                break;
        }
    }

    private void Refused(OsdpNak why, TimeSpan now)
    {
        if (_asked is OsdpCommand.Poll || why is OsdpNak.Sequence or OsdpNak.EncryptionRequired or OsdpNak.SecurityBlock)
        {
            // It forgot where we were: a power cut, or somebody who wants it to look like one. Both begin again under the key.
            if (_up && now - _lastAnswer >= OfflineAfter)
            {
                Fall(now);
                return;
            }

            Restart(now + BusyPause);
            return;
        }

        if (_asked == OsdpCommand.SetKey)
        {
            Restart(now + DownPause);
            return;
        }

        // What a reader cannot do costs the light, never the door.
        _lastAnswer = now;
        if (why == OsdpNak.UnknownCommand && _unsupported.Add(_asked))
        {
            _queue.RemoveAll(waiting => waiting.Command == _asked);
            _tell(new OsdpEvent.Unsupported(_asked));
        }
    }

    // Not under the published key, while it is paired.
    private void TellCard(string? bits, TimeSpan since)
    {
        if (_up)
        {
            _tell(bits is null ? new OsdpEvent.CardUnreadable() : new OsdpEvent.Card(bits, since));
        }
    }

    private void TellLocal((bool Tampered, bool PowerFault) local)
    {
        if (_local != local)
        {
            _local = local;
            _tell(new OsdpEvent.Local(local.Tampered, local.PowerFault));
        }
    }

    private void TellInputs(string inputs)
    {
        if (_inputs != inputs)
        {
            _inputs = inputs;
            _tell(new OsdpEvent.Inputs(inputs));
        }
    }

    private void Alarm(OsdpAlarm alarm)
    {
        if (_alarmed.Add(alarm))
        {
            _tell(new OsdpEvent.Refused(alarm));
        }
    }
}
