namespace EdgeNode.Worker;

/// <summary>From the text of a file to the validated model, or to all of its mistakes. Total: no text makes it throw.</summary>
public static class SiteConfigurationReader
{
    private const string UsualStore = "/var/lib/edgenode";

    /// <summary>Reads a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="folder">Absolute path of the folder against which relative paths are read.</param>
    public static ConfigurationResult Read(string text, string folder) => Read(text, new ReadContext(folder));

    internal static ConfigurationResult Read(string text, ReadContext context)
    {
        var root = YamlTree.Parse(text, context.Errors);
        if (root is YamlValue.Scalar or YamlValue.List)
        {
            context.Errors.Add(root.Place, "the file must consist of lines \"key: value\"", "start from site.sample.yaml, which lies beside the program");
        }

        var configuration = root is YamlValue.Map map ? Read(new MapReader(map, "file", "", context)) : null;
        return context.Errors.Any ? new(null, context.Errors.Sorted()) : new(configuration, []);
    }

    private static SiteConfiguration Read(MapReader root)
    {
        var draft = new SiteDraft();
        var site = SiteSection.Read(root);
        var gpio = root.Optional("gpio").Choice<GpioUse>() ?? GpioUse.Real;
        var store = Files.Path(root.Optional("store")) ?? UsualStore;
        var (listen, plan) = ScreenSection.Read(root);
        ScheduleSection.Read(root, draft);
        AreaSection.Read(root, draft);
        ConverterSection.Read(root, draft);
        DoorSection.Read(root, draft);
        var fireInput = DoorDevices.FireInput(root);
        var rules = RulesSection.Read(root);
        var (desks, rooms) = DeskSection.Read(root, draft, rules);
        var retention = RetentionSection.Read(root);
        var network = NetworkSection.Read(root);
        var sensorBroker = SensorBrokerSection.Read(root);
        var backup = BackupSection.Read(root);
        root.Done();

        return new(
            new(new(site.Id), site.Name, site.TimeZone, draft.Areas, draft.Doors, [.. draft.AccessPoints], [.. desks], [.. rooms], rules),
            gpio,
            store,
            listen,
            [.. draft.Readers],
            [.. draft.Strikes],
            [.. draft.Contacts],
            [.. draft.ExitButtons],
            [.. draft.DeskSensors],
            network)
        {
            FireInput = fireInput,
            Converters = [.. draft.Converters],
            SupervisedInputs = [.. draft.SupervisedInputs],
            Tampers = [.. draft.Tampers],
            PlanFile = plan ?? Path.Combine(store, "plan.svg"),
            Retention = retention,
            SensorBroker = sensorBroker,
            Backup = backup,
        };
    }
}
