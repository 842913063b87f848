using System.Collections.Immutable;
using System.Text.Json;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Bench;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Analysis;

public sealed class BenchMergeTests
{
    private static readonly BenchFile Whole = SyntheticBench.Make(7);

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 0, 1)]
    public void Parts_in_any_order_give_the_whole(params int[] order)
    {
        var merged = BenchMerge.Of([.. order.Select(k => ($"part-{k}", Part(k, 3)))]);
        Assert.Null(merged.Part);
        Assert.Equal(Whole.Cases.Select(c => c.Name), merged.Cases.Select(c => c.Name));
        Same(Whole.Points, merged);
        Assert.Equal(Whole.Commands.AsEnumerable(), merged.Commands.AsEnumerable());
        Assert.Equal(Markdown(Whole), Markdown(merged));
    }

    [Fact]
    public void One_file_stays_as_it_is() => Assert.Same(Whole, BenchMerge.Of([("bench.json", Whole)]));

    [Fact]
    public void The_same_points_twice_count_once_and_measured_ones_win_over_failed_ones()
    {
        var healed = Whole with
        {
            Points = [.. Whole.Points.Select(p => p.Error is null ? p : p with { Error = null, Figures = Whole.Points[0].Figures })],
        };
        Same(Whole.Points, BenchMerge.Of([("a", Whole), ("b", Whole)]));
        Same(healed.Points, BenchMerge.Of([("a", Whole), ("b", healed)]));
        Same(healed.Points, BenchMerge.Of([("a", healed), ("b", Whole)]));
    }

    [Fact]
    public void A_point_with_another_key_names_both_files()
    {
        var other = Part(0, 1) with { Points = [.. Whole.Points.Select((p, i) => i == 5 ? p with { Key = new string('f', 64) } : p)] };
        var fault = Assert.Throws<InvalidInputException>(() => BenchMerge.Of([("first/bench.json", Whole), ("second/bench.json", other)]));
        Assert.All((string[])["first/bench.json", "second/bench.json", Whole.Points[5].Method, Whole.Points[5].Key], w => Assert.Contains(w, fault.Message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', fault.Message);
    }

    public static TheoryData<string, Func<BenchFile, BenchFile>> Others => new()
    {
        { "experiment", f => f with { Experiment = f.Experiment with { Methods = f.Experiment.Methods.RemoveAt(3) } } },
        { "experiment", f => f with { Experiment = f.Experiment with { Seed = 99 } } },
        { "network", f => f with { Model = f.Model with { Sha256 = [new string('b', 64)] } } },
        { "measured by", f => f with { Tool = "diagcodec 9.9.9" } },
        { "case 'patient-1'", f => f with { Cases = f.Cases.SetItem(0, f.Cases[0] with { Sha256 = new string('c', 64) }) } },
        { "method 'x265 uniform'", f => f with { Methods = f.Methods.SetItem(0, f.Methods[0] with { Identity = "x265 4.2" }) } },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void What_does_not_belong_together_is_refused_with_both_files(string word, Func<BenchFile, BenchFile> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var fault = Assert.Throws<InvalidInputException>(() => BenchMerge.Of([("first/bench.json", Whole), ("second/bench.json", change(Whole))]));
        Assert.All((string[])["first/bench.json", "second/bench.json", word], w => Assert.Contains(w, fault.Message, StringComparison.Ordinal));
    }

    private static BenchFile Part(int number, int of)
    {
        var cases = Whole.Cases.Where((_, i) => i % of == number).ToArray();
        var commands = new CommandList();

        // Each part has a list of its own, here from behind, so that places differ from those of the whole.
        ImmutableArray<BenchPoint> points = [.. Whole.Points.Where(p => cases.Any(c => c.Name == p.Case)).Reverse().Select(p => commands.Add(p, Whole.CommandsOf(p))).Reverse()];
        return Whole with
        {
            Part = $"{number + 1}/{of}",
            Cases = [.. cases],
            Commands = commands.Lines,
            Points = points,
        };
    }

    /// <summary>Records that hold arrays are equal when what they say is.</summary>
    private static void Same(ImmutableArray<BenchPoint> expected, BenchFile merged) =>
        Assert.Equal(expected.Select(p => JsonSerializer.Serialize(p)), merged.Points.Select(p => JsonSerializer.Serialize(p)));

    private static string Markdown(BenchFile file)
    {
        using var text = new StringWriter();
        BenchMarkdown.Write(text, new BenchAnalysis(file));
        return text.ToString();
    }
}
