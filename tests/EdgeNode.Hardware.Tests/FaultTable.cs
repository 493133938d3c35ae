using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>What becomes of each fault of each device, and the test that shows it.</summary>
public sealed class FaultTable
{
    private const string InTheMachine = "tests/device";

    private static readonly (string Device, string Fault, string Outcome, string Test)[] Rows =
    [
        ("strike", "loop stops", "cut off by the dead-man, told", nameof(StrikeOutputTests)),
        ("strike", "start, end, restart", "no level outside a grant", InTheMachine),
        ("strike", "program killed", "line free, taken over locked", InTheMachine),
        ("contact", "bounces", "told once", nameof(DoorInputTests.A_door_whose_contact_bounces_is_told_exactly_once_per_move)),
        ("contact", "bounces on a kernel", "told once", InTheMachine),
        ("exit button", "held at start", "asks for nothing", nameof(DoorInputTests.A_button_that_is_held_at_the_start_asks_for_nothing_until_it_is_pressed_again)),
        ("supervised contact", "cut, shorted", "alarm, unknown, never closed", nameof(SupervisedInputTests.A_contact_is_told_once_for_each_of_its_four_states)),
        ("supervised contact", "bounces", "told once", nameof(SupervisedInputTests.A_contact_that_bounces_is_told_once)),
        ("supervised exit", "cut, shorted, mended", "alarm, releases nothing", nameof(SupervisedInputTests.An_exit_button_asks_once_when_it_is_pressed_and_never_by_a_short_a_cut_or_a_repair)),
        ("supervised tamper", "opened, cut, shorted", "alarm, told apart", nameof(SupervisedInputTests.A_tamper_loop_tells_an_open_housing_a_cut_and_a_short_apart)),
        ("plain tamper", "opened, cut", "alarm", nameof(SupervisedInputTests.A_plain_tamper_input_tells_an_open_housing_and_a_cut_wire_alike)),
        ("mcp3008, ads1115", "silent, hangs, brown-out", "alarm, unknown; back by itself", nameof(SupervisedInputTests.A_converter_that_is_silent_or_hangs_is_told_within_a_second_and_is_back_by_itself)),
        ("mcp3008, ads1115", "one answer lost", "nothing", nameof(SupervisedInputTests.One_lost_answer_is_no_alarm)),
        ("mcp3008", "line stuck at ground", "alarm, no closed door", nameof(SupervisedInputTests.A_converter_whose_line_is_stuck_at_ground_is_an_alarm_and_no_closed_door)),
        ("mcp3008, ads1115", "noise on the wires", "no hang", nameof(SupervisedInputTests.Noise_on_the_wires_neither_hangs_nor_throws)),
        ("mcp3008, ads1115", "resistors 5 % off, wire, leak", "each state told apart", nameof(SupervisedInputTests.Every_state_is_told_apart_with_the_worst_resistors_the_longest_wire_and_a_leak)),
        ("wiegand", "wires cut in a card", "faulty read, no card", nameof(WiegandReaderTests.Bits_that_come_while_the_wires_are_cut_are_lost_and_no_card_comes_of_the_rest)),
        ("wiegand", "ringing", "faulty read, no card", nameof(WiegandReaderTests.Bits_closer_than_any_reader_sends_them_are_ringing_and_no_card)),
        ("wiegand", "edges lost in the kernel", "faulty read, no card", InTheMachine),
        ("osdp", "silent, wrong CRC, late, half, noise, busy once", "repeated, nothing lost", nameof(OsdpLinkTests.One_lost_answer_is_repeated_under_its_own_number_and_costs_neither_channel_nor_card)),
        ("osdp", "the same for 8 s", "down, told; back by itself", nameof(OsdpLinkTests.A_reader_without_a_right_answer_for_8_s_is_down_and_comes_back_by_itself)),
        ("osdp", "command refused", "the signal is lost, not the door", nameof(OsdpLinkTests.A_command_that_the_reader_does_not_know_costs_the_signal_and_not_the_door)),
        ("osdp", "power-cycle", "new session, never down", nameof(OsdpLinkTests.A_reader_that_lost_power_is_back_under_its_key_at_once_and_never_down)),
        ("osdp", "old card after return", "told as old", nameof(OsdpLinkTests.A_card_that_was_held_while_the_link_was_down_is_told_as_old)),
        ("osdp", "housing open, supply fails", "alarm", nameof(OsdpPortTests.What_a_reader_says_of_its_housing_and_supply_reaches_the_site)),
        ("osdp", "wrong key", "never up, alarm", nameof(OsdpSecurityTests.A_reader_with_another_key_never_comes_up_and_is_told_once)),
        ("osdp", "no secure channel", "never up, alarm", nameof(OsdpSecurityTests.A_reader_that_refuses_the_channel_is_not_spoken_to_in_clear)),
        ("osdp", "hostile reader on the bus", "no card, others go on", nameof(OsdpSecurityTests.A_hostile_reader_that_answers_first_gets_no_card_through_and_cannot_silence_the_others)),
        ("osdp", "power cut in a key rotation", "one key on both sides", nameof(OsdpSecurityTests.A_rotation_survives_a_power_cut_on_either_side_of_the_new_key)),
        ("serial port", "unplugged", "told, opened again", nameof(OsdpPortTests.A_port_that_is_pulled_and_put_back_brings_the_reader_back_without_a_restart)),
        ("serial port", "held by another program", "refused with its cure", nameof(OsdpPortTests.A_port_that_another_program_holds_is_refused_with_its_cure)),
        ("pc/sc", "daemon dies, card taken too soon, random UID", "down and up; faulty read", nameof(PcscReaderTests.A_card_is_read_a_daemon_that_dies_is_survived_and_a_card_taken_too_soon_is_a_fault)),
        ("pn532, mfrc522", "silent, supply lost", "down, told; set up anew", nameof(NfcReaderTests.A_chip_that_falls_silent_is_down_and_back_by_itself_and_the_card_on_it_is_no_tap)),
        ("pn532, mfrc522", "turned bit, half answer", "no card", nameof(NfcChipTests.A_number_that_does_not_come_whole_is_never_a_card)),
        ("pn532, mfrc522", "card lies there at the start", "no tap", nameof(NfcReaderTests.A_card_that_lies_there_is_no_tap_and_a_tap_is_told_once)),
        ("pn532, mfrc522", "card taken too soon", "its fault, the chip goes on", nameof(NfcChipTests.A_card_without_the_protocol_and_one_taken_away_are_the_cards_fault_and_not_the_chips)),
        ("mfrc522", "two cards at once", "faulty read, no card", nameof(NfcReaderTests.Two_cards_are_a_faulty_read_and_the_one_that_stays_is_a_tap)),
        ("mfrc522", "noise on its wires", "no card, no hang", nameof(NfcCodecTests.Noise_on_the_wires_of_a_chip_is_never_a_card_and_never_hangs)),
        ("radar", "falls silent", "nothing is told", nameof(DeskSensorTests.A_virtual_radar_is_understood_and_can_fall_silent)),
        ("vl53l0x, vl53l1x", "silent", "nothing is told, back by itself", nameof(DistanceSensorTests.A_chip_that_is_silent_says_nothing_and_is_back_by_itself)),
        ("vl53l0x, vl53l1x", "another chip answers", "nothing is told, named", nameof(DistanceSensorTests.Another_chip_at_the_address_is_not_believed_and_named)),
        ("vl53l0x, vl53l1x", "never ends a measurement", "nothing is told, set up anew", nameof(DistanceSensorTests.A_chip_that_never_ends_a_measurement_says_nothing)),
        ("vl53l0x, vl53l1x", "supply lost for a moment", "set up anew", nameof(DistanceSensorTests.A_chip_that_lost_its_supply_for_a_moment_is_set_up_anew)),
        ("vl53l0x, vl53l1x", "sun, nothing in range", "neither somebody nor nobody", nameof(DistanceSensorTests.What_is_not_valid_is_neither_somebody_nor_nobody_and_its_reason_is_kept)),
        ("vl53l0x, vl53l1x", "two of five wrong", "nothing changes", nameof(DistanceSensorTests.Two_wrong_measurements_of_five_change_nothing)),
        ("vl53l0x, vl53l1x", "noise on the wires", "no hang", nameof(DistanceSensorTests.Noise_on_the_wires_neither_hangs_nor_throws)),
        ("mqtt sensor", "broker dies", "silent, heard again", nameof(MqttSensorLinkTests.A_sensor_is_heard_over_a_real_broker_and_again_after_the_broker_died_and_came_back)),
        ("mqtt sensor", "gateway offline", "silent", nameof(MqttSensorTests.A_sensor_that_tells_changes_alone_is_repeated_while_it_lives_and_falls_silent_with_it)),
        ("mqtt sensor", "retained, delivered twice", "nothing, once", nameof(MqttSensorTests.A_retained_value_is_of_unknown_age_and_tells_nothing)),
    ];

    [Fact]
    public void Every_fault_of_every_device_has_an_outcome_that_a_test_shows()
    {
        var known = typeof(FaultTable).Assembly.GetTypes().SelectMany(type => type.GetMethods().Select(method => method.Name).Append(type.Name)).ToHashSet();
        Console.WriteLine("device, fault, outcome, test");
        foreach (var (device, fault, outcome, test) in Rows)
        {
            Console.WriteLine($"  {device,-18} {fault,-48} {outcome,-34} {test}");
            Assert.True(test == InTheMachine || known.Contains(test), test);
        }
    }
}
