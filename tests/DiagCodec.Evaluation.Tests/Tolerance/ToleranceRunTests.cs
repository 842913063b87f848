using DiagCodec.Evaluation.Tests.Reports;
using DiagCodec.Evaluation.Tolerance.Measure;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Tests.Tolerance;

public sealed class ToleranceRunTests : IDisposable
{
    private const int Classes = 2;

    private static readonly ToleranceOptions Options = new() { Qps = [10, 30, 20, 45], Workers = 1 };

    private static readonly ToleranceModel[] Models = [Threshold("plain", 700), Threshold("hardened", 600)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evaluation-tests-");

    private string Table => Path.Combine(_folder.FullName, "rows.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Rows_hold_what_the_models_find_after_coding()
    {
        var rows = await MeasureAsync(new DarkeningEncoder());
        Assert.Equal(20, rows.Count);
        Assert.Equal([null, 10, 20, 30, 45], rows.Take(5).Select(r => r.Qp));
        var source = rows[0];
        Assert.Equal(("one", "plain", 1.0, 1.0), (source.Case, source.Model, source.Dice, source.OwnDice));
        Assert.Equal((null, null, null), (source.Bytes, source.BitsPerVoxel, source.Psnr));

        // The rod is 9 wide around column 48, where x mod 8 is 4 to 7 and 0 to 4; its 850 to 862 less 20 (x mod 8) stay above 700.
        Assert.Equal((1.0, 1.0), (rows[1].Dice, rows[1].OwnDice));
        Assert.Equal((1800L, 8.0 * 1800 / (96 * 72 * 3)), (rows[1].Bytes, rows[1].BitsPerVoxel));
        Assert.InRange(rows[1].Psnr!.Value, 20, 60);
        Assert.True(rows[4].Dice < rows[3].Dice && rows[3].Dice < rows[2].Dice && rows[2].Dice < 1);
        Assert.All(rows, r => Assert.Equal(r.Dice, r.ClassDice.Single()));

        // The second threshold bears more.
        Assert.True(rows[9].Dice > rows[4].Dice);
    }

    [Fact]
    public async Task Against_its_own_prediction_a_model_starts_at_one_however_wrong_it_is()
    {
        var rows = await ToleranceRun.MeasureAsync(
            [Case("one")], [Threshold("wide", 400)], Classes, Options, new DarkeningEncoder(), Table, null, CancellationToken.None);
        Assert.Equal(1, rows[0].OwnDice);
        Assert.InRange(rows[0].Dice!.Value, 0.001, 0.5);
    }

    [Fact]
    public async Task Threads_do_not_change_the_rows()
    {
        await MeasureAsync(new DarkeningEncoder());
        var one = Lines();
        File.Delete(Table);
        await ToleranceRun.MeasureAsync(
            [Case("one"), Case("two")], Models, Classes, Options with { Workers = 4 }, new DarkeningEncoder(), Table, null, CancellationToken.None);
        Assert.Equal(one, Lines());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public async Task An_interrupted_run_is_taken_up_where_it_ended(int runs)
    {
        var whole = await MeasureAsync(new DarkeningEncoder());
        var lines = Lines();
        File.Delete(Table);
        await Assert.ThrowsAsync<ToolException>(() => MeasureAsync(new DarkeningEncoder(runs)));
        var rest = new DarkeningEncoder();
        var resumed = await MeasureAsync(rest);
        Assert.Equal(lines, Lines());
        Assert.Equal(whole.Select(r => r with { ClassDice = [] }), resumed.Select(r => r with { ClassDice = [] }));

        // Every run asks the encoder for its version once; 2 cases at 4 QPs are coded once in all.
        Assert.Equal(1 + 8 - (runs - 1), rest.Runs);
    }

    [Fact]
    public async Task A_line_that_was_not_finished_is_measured_again()
    {
        await MeasureAsync(new DarkeningEncoder());
        var lines = Lines();
        var bytes = File.ReadAllBytes(Table);
        File.WriteAllBytes(Table, bytes[..^9]);
        await MeasureAsync(new DarkeningEncoder());
        Assert.Equal(lines, Lines());
    }

    [Fact]
    public async Task More_QPs_add_to_what_is_there()
    {
        await MeasureAsync(new DarkeningEncoder());
        var encoder = new DarkeningEncoder();
        var rows = await ToleranceRun.MeasureAsync(
            [Case("one")], Models, Classes, Options with { Qps = [10, 15] }, encoder, Table, null, CancellationToken.None);
        Assert.Equal([null, 10, 15, null, 10, 15], rows.Select(r => r.Qp));
        Assert.Equal(2, encoder.Runs);
    }

    [Fact]
    public async Task Rows_of_other_models_encoders_or_data_are_refused()
    {
        await MeasureAsync(new DarkeningEncoder());
        var before = File.ReadAllBytes(Table);
        await Refused("other models", [Case("one")], [Models[0], Models[1] with { Identity = "other" }], new DarkeningEncoder());
        await Refused("another encoder", [Case("one")], Models, new DarkeningEncoder(version: "fake 2"));
        await Refused("other samples", [Case("one", slices: 4)], Models, new DarkeningEncoder());
        Assert.Equal(before, File.ReadAllBytes(Table));
    }

    [Theory]
    [InlineData("", "no table")]
    [InlineData("case,qp\n", "no table")]
    public async Task Another_file_is_refused_and_left_as_it_is(string text, string words)
    {
        File.WriteAllText(Table, text);
        await Refused(words, [Case("one")], Models, new DarkeningEncoder());
        Assert.Equal(text, File.ReadAllText(Table));
    }

    [Fact]
    public async Task A_broken_row_is_named_by_its_line()
    {
        await MeasureAsync(new DarkeningEncoder());
        var lines = File.ReadAllLines(Table);
        lines[3] = lines[3].Replace(",0.", ",x.", StringComparison.Ordinal).Replace(",1,", ",x,", StringComparison.Ordinal);
        File.WriteAllLines(Table, lines);
        await Refused("line 4", [Case("one")], Models, new DarkeningEncoder());
    }

    [Fact]
    public async Task Names_that_cannot_stand_in_a_table_are_refused()
    {
        await Refused("a,b", [Case("a,b")], Models, new DarkeningEncoder());
        await Refused("different names", [Case("one"), Case("one")], Models, new DarkeningEncoder());
        await Refused("model", [Case("one")], [], new DarkeningEncoder());
    }

    [Fact]
    public async Task Segmenters_are_opened_once_a_case_and_disposed()
    {
        var (opened, disposed) = (0, 0);
        var model = new ToleranceModel("counted", "1", _ =>
        {
            opened++;
            return new CaseSegmenter((v, _) => Find(v, 700), new Disposed(() => disposed++));
        });
        await ToleranceRun.MeasureAsync(
            [Case("one"), Case("two")], [model], Classes, Options, new DarkeningEncoder(), Table, null, CancellationToken.None);
        Assert.Equal((2, 2), (opened, disposed));
        await ToleranceRun.MeasureAsync([Case("one")], [model], Classes, Options, new DarkeningEncoder(), Table, null, CancellationToken.None);
        Assert.Equal((2, 2), (opened, disposed));
    }

    [Fact]
    public void Options_out_of_range_are_named_together()
    {
        var fault = Assert.Throws<UsageException>(() => new ToleranceOptions { Qps = [10, 10], Workers = 0 }.Validate());
        Assert.Contains("QPs", fault.Message, StringComparison.Ordinal);
        Assert.Contains("workers is 0", fault.Message, StringComparison.Ordinal);
        Assert.Throws<UsageException>(() => new ToleranceOptions { Qps = [52] }.Validate());
        new ToleranceOptions().Validate();
    }

    private async Task<IReadOnlyList<ToleranceRow>> MeasureAsync(DarkeningEncoder encoder) => await ToleranceRun.MeasureAsync(
        [Case("one"), Case("two")], Models, Classes, Options, encoder, Table, null, CancellationToken.None);

    private async Task Refused(string words, LabelledSeries[] cases, ToleranceModel[] models, DarkeningEncoder encoder)
    {
        var fault = await Assert.ThrowsAsync<InvalidInputException>(
            () => ToleranceRun.MeasureAsync(cases, models, Classes, Options, encoder, Table, null, CancellationToken.None));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    private string[] Lines() => [.. File.ReadAllLines(Table).Order(StringComparer.Ordinal)];

    private static LabelledSeries Case(string name, int slices = 3)
    {
        var series = DiskSeries.Make(slices: slices, padded: true);
        return new LabelledSeries(name, series, Find(series.Volume, 700));
    }

    private static ToleranceModel Threshold(string name, int stored) => new(name, $"above {stored}", _ => new CaseSegmenter((v, _) => Find(v, stored)));

    private static LabelMap Find(Volume volume, int threshold)
    {
        var (labels, values) = (new byte[volume.Slices * volume.PixelsPerSlice], new int[volume.PixelsPerSlice]);
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, values);
            for (var i = 0; i < values.Length; i++)
            {
                labels[(z * values.Length) + i] = values[i] > threshold ? (byte)1 : (byte)0;
            }
        }

        return new LabelMap(volume.Columns, volume.Rows, volume.Slices, labels, volume.Geometry);
    }

    private sealed class Disposed(Action told) : IDisposable
    {
        public void Dispose() => told();
    }
}
