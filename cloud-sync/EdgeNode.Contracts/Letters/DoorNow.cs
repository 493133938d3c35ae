namespace EdgeNode.Contracts;

/// <summary>A door within <see cref="SiteNow"/>.</summary>
/// <param name="Id">The site's name for it.</param>
/// <param name="Mode">ONVIF DoorMode.</param>
/// <param name="Contact">Open, Closed or Unknown.</param>
/// <param name="Alarm">ONVIF DoorAlarm; Normal when there is none.</param>
/// <param name="ReaderUp">Whether all its readers answer.</param>
public sealed record DoorNow(string Id, string Mode, string Contact, string Alarm, bool ReaderUp);
