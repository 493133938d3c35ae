namespace EdgeNode.Hardware.Tests;

/// <summary>Which test stands for which id of the published conformance list, and which ids are not offered.</summary>
internal static class OsdpConformance
{
    private const string NotOffered = "not offered: ";
    private const string NoMultiPart = NotOffered + "nothing here is longer than one message";
    private const string NoBiometrics = NotOffered + "no biometrics in the product";
    private const string NoSmartCard = NotOffered + "cards are read by PC/SC";
    private const string Pins = NotOffered + "inputs and outputs of a reader drive no door here";
    private const string OnTheSecureBus = nameof(OsdpSecurityTests.Four_readers_share_a_bus_and_the_fall_of_one_costs_the_others_nothing);
    private const string OnTerminals = nameof(OsdpPortTests.A_card_at_a_reader_on_a_real_terminal_becomes_a_token_and_the_signal_its_light);
    private const string RoundTrip = nameof(OsdpCodecTests.What_is_encoded_is_decoded_the_same);
    private const string Captures = nameof(OsdpCodecTests.A_foreign_capture_is_read_and_written_again_to_the_byte);
    private const string Repeats = nameof(OsdpLinkTests.One_lost_answer_is_repeated_under_its_own_number_and_costs_neither_channel_nor_card);
    private const string Sequence = nameof(OsdpLinkTests.Sequence_numbers_go_from_0_to_3_and_then_round_1_to_3);
    private const string ComesUp = nameof(OsdpLinkTests.A_paired_reader_comes_up_in_a_secure_channel_within_two_seconds);
    private const string Cards = nameof(OsdpLinkTests.A_card_arrives_bit_by_bit_with_the_time_since_when_it_may_have_been_held);
    private const string AnyCard = nameof(OsdpCodecTests.A_card_of_any_length_up_to_128_bits_comes_back_bit_by_bit_and_no_content_breaks_the_reading);
    private const string Local = nameof(OsdpLinkTests.Tamper_supply_and_keys_are_told);
    private const string Unknown = nameof(OsdpLinkTests.A_command_that_the_reader_does_not_know_costs_the_signal_and_not_the_door);
    private const string Signals = nameof(OsdpSignalTests.Every_signal_is_a_light_and_a_sound_that_end_by_themselves);
    private const string Pairing = nameof(OsdpSecurityTests.Pairing_gives_the_reader_its_own_key_and_no_card_counts_before);
    private const string Rotation = nameof(OsdpSecurityTests.A_rotation_survives_a_power_cut_on_either_side_of_the_new_key);
    private const string WrongKey = nameof(OsdpSecurityTests.A_reader_with_another_key_never_comes_up_and_is_told_once);
    private const string Refuses = nameof(OsdpSecurityTests.A_reader_that_refuses_the_channel_is_not_spoken_to_in_clear);
    private const string PowerCycle = nameof(OsdpLinkTests.A_reader_that_lost_power_is_back_under_its_key_at_once_and_never_down);
    private const string Naks = nameof(OsdpDeviceTests.A_reader_refuses_with_the_reason_of_the_standard);
    private const string ConfigAddress = nameof(OsdpDeviceTests.Address_7F_is_answered_for_identity_and_capabilities_alone);

    private static readonly (string Ids, string Proof)[] Rows =
    [
        ("050-01-01 050-03-01 060-02-01", OnTerminals),
        ("050-01-02 050-01-03", NotOffered + "serial ports only"),
        ("050-02-01 050-02-04", OnTerminals),
        ("050-02-02 050-02-03 050-02-05 050-02-06", nameof(OsdpPortTests.A_bus_opens_at_every_rate_of_the_standard)),
        ("050-04-01", OnTheSecureBus),
        ("050-04-02 050-04-03 050-09-16 070-19-01", Repeats),
        ("050-04-04", NotOffered + "after BUSY the same command is repeated; a new one is optional"),
        ("050-05-01 050-09-01 050-09-03 050-09-04 050-09-06 050-09-07 050-09-09 050-09-10 050-09-11", RoundTrip),
        ("050-06-01 050-06-02", nameof(OsdpCodecTests.A_message_of_1440_bytes_is_read_and_one_of_1441_is_not)),
        ("050-07-01 050-09-12", nameof(OsdpLinkTests.Every_message_begins_with_a_mark_and_two_characters_of_silence)),
        ("050-08-01", nameof(OsdpCodecTests.Half_a_message_is_given_up_after_20_ms_and_the_next_is_found)),
        ("050-09-02", Sequence),
        ("050-09-05 050-09-13", ConfigAddress),
        ("050-09-08", nameof(OsdpCodecTests.A_channel_opens_what_the_other_end_sealed_in_both_directions_and_nothing_else)),
        ("050-09-14", nameof(OsdpDeviceTests.A_sealed_message_without_a_channel_is_refused)),
        ("050-09-15", nameof(OsdpCodecTests.The_CRC_of_the_standard)),
        ("050-09-17", nameof(OsdpCodecTests.Every_single_flipped_bit_is_refused)),
        ("050-10-01", NoMultiPart),
        ("060-02-02 060-05-01 070-06-01 070-06-02 070-06-03", Local),
        ("060-03-01 060-04-01 070-04-01 070-05-01", ComesUp),
        ("060-06-01 060-07-01 060-08-01 060-09-01 070-02-02 070-07-01 070-08-01 070-09-01", Pins),
        ("060-10-01 060-10-03 060-10-04 060-10-05 060-11-01", Signals),
        ("060-10-02 060-10-06 060-10-07 060-10-08 060-10-09", NotOffered + "granted, denied and warning need green, red and amber"),
        ("060-12-01", nameof(OsdpSignalTests.A_text_is_cut_to_what_a_display_takes)),
        ("060-13-01 070-13-01", nameof(OsdpPortTests.A_reader_is_sent_to_another_address_and_rate_and_answers_there_under_its_key)),
        ("060-14-01 060-15-01 070-03-10 070-03-11 070-05-15 070-14-01 070-15-01", NoBiometrics),
        ("060-16-01 060-16-02", Pairing),
        ("060-16-03", Rotation),
        ("060-17-01 060-18-01 070-16-01 070-17-01", ComesUp),
        ("060-19-01 070-18-01 070-23-01 070-24-01", NotOffered + "no manufacturer's own commands"),
        ("060-20-01 060-21-01 060-22-01 060-26-01 060-27-01 070-25-01 070-25-02 070-25-03 070-26-01", NoMultiPart),
        ("060-23-01 060-24-01 060-24-02 060-25-01 060-25-02 070-20-01 070-21-01 070-22-01 070-05-13 070-05-16", NoSmartCard),
        ("070-02-01 070-10-01 070-10-02 070-10-03", Cards),
        ("070-10-05 070-10-06", AnyCard),
        ("070-10-04", NotOffered + "128 bits are the longest card"),
        ("070-03-01 070-03-02 070-03-06", Unknown),
        ("070-03-03 070-03-12 070-03-13", nameof(OsdpDeviceTests.No_reason_whatever_takes_a_door_offline)),
        ("070-03-04 070-03-05", NotOffered + "a damaged command is not answered, and repeated"),
        ("070-03-07 070-03-08 070-03-09", Naks),
        ("070-04-02", nameof(OsdpCodecTests.A_card_of_any_length_up_to_128_bits_comes_back_bit_by_bit_and_no_content_breaks_the_reading)),
        ("070-05-02 070-05-03 070-05-04 070-05-05 070-05-06 070-05-07 070-05-09 070-05-10 070-05-11 070-05-14 070-05-17", ConfigAddress),
        ("070-05-08 070-11-01", NotOffered + "deprecated"),
        ("070-12-01", Local),
        ("070-17-02", WrongKey),
    ];

    /// <summary>Every id with its proof.</summary>
    public static IReadOnlyDictionary<string, string> Proofs { get; } =
        Rows.SelectMany(row => row.Ids.Split(' ').Select(id => (id, row.Proof))).ToDictionary(row => row.id, row => row.Proof);

    /// <summary>Proofs that no id of the list asks for by name.</summary>
    public static IReadOnlyList<string> Beyond { get; } = [Captures, Refuses, PowerCycle];

    /// <summary>Whether a row says that the id is not offered.</summary>
    public static bool IsNotOffered(string proof) => proof.StartsWith(NotOffered, StringComparison.Ordinal);
}
