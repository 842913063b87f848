using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Train.Data;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Segmentation.Tests.Data;

public sealed class CaseSplitsTests
{
    [Fact]
    public void A_drawn_split_is_written_and_read_back_the_same()
    {
        using var folder = new DataFolder();
        var drawn = CaseSplits.Draw(Cases(20), new SplitShares(0.1, 0.2), 7, folder.File("split.json"), overwrite: false);
        Assert.Equal((14, 2, 4), (drawn.Train.Length, drawn.Validation.Length, drawn.Test.Length));
        var read = CaseSplits.Read(Cases(20), folder.File("split.json"));
        Assert.Equal(drawn.Train.ToArray(), read.Train.ToArray());
        Assert.Equal(drawn.Validation.ToArray(), read.Validation.ToArray());
        Assert.Equal(drawn.Test.ToArray(), read.Test.ToArray());
        Assert.Equal(7, SplitJson.Read(folder.File("split.json")).Seed);
    }

    [Fact]
    public void Every_case_is_in_one_part_whatever_shares_and_seed() =>
        Prop.ForAll<byte, byte, byte>((cases, share, seed) =>
        {
            using var folder = new DataFolder();
            var all = Cases(cases + 3);
            var parts = CaseSplits.Draw(all, new SplitShares(share / 1024.0, share / 512.0), seed, folder.File("s.json"), overwrite: false);
            Assert.Equal(all.Select(c => c.Name).Order(StringComparer.Ordinal), parts.Train.Concat(parts.Validation).Concat(parts.Test).Order(StringComparer.Ordinal));
            Assert.NotEmpty(parts.Train);
            Assert.Equal(share == 0, parts.Validation.IsEmpty);
            Assert.Equal(share == 0, parts.Test.IsEmpty);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.1, 0.2, 3, 1, 1)]
    [InlineData(0, 0, 1, 0, 0)]
    [InlineData(0.5, 0, 5, 3, 0)]
    [InlineData(0, 0.001, 10, 0, 1)]
    public void Shares_are_rounded_but_one_at_least(double validation, double test, int cases, int expectedValidation, int expectedTest) =>
        Assert.Equal((expectedValidation, expectedTest), new SplitShares(validation, test).Of(cases));

    [Theory]
    [InlineData(-0.1, 0)]
    [InlineData(0, 1)]
    [InlineData(0.5, 0.5)]
    [InlineData(double.NaN, 0)]
    public void Shares_out_of_range_are_refused(double validation, double test) =>
        Assert.Throws<UsageException>(() => new SplitShares(validation, test).Of(100));

    [Fact]
    public void Too_few_cases_are_refused_and_nothing_is_written()
    {
        using var folder = new DataFolder();
        var fault = Assert.Throws<InvalidInputException>(() => CaseSplits.Draw(Cases(2), new SplitShares(0.1, 0.1), 1, folder.File("s.json"), overwrite: false));
        Assert.StartsWith("2 cases are too few", fault.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidInputException>(() => CaseSplits.DrawFolds(Cases(4), 5, 1));
        Assert.Throws<UsageException>(() => CaseSplits.DrawFolds(Cases(5), 1, 1));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_split_that_is_there_is_not_replaced()
    {
        using var folder = new DataFolder();
        CaseSplits.Draw(Cases(9), new SplitShares(0.2, 0.2), 1, folder.File("s.json"), overwrite: false);
        Assert.Throws<OutputException>(() => CaseSplits.Draw(Cases(9), new SplitShares(0.2, 0.2), 2, folder.File("s.json"), overwrite: false));
        Assert.Equal(1, SplitJson.Read(folder.File("s.json")).Seed);
    }

    [Fact]
    public void Every_case_is_in_one_fold_and_folds_are_alike_in_size()
    {
        var drawn = CaseSplits.DrawFolds(Cases(23), 5, 3);
        Assert.Equal((int[])[4, 4, 5, 5, 5], drawn.Folds.Select(f => f.Length).Order());
        Assert.Equal(23, drawn.Folds.SelectMany(f => f).Distinct().Count());
        Assert.Empty(drawn.Test);
        Assert.Equal(drawn.Folds.Select(f => string.Join(' ', f)), CaseSplits.DrawFolds(Cases(23), 5, 3).Folds.Select(f => string.Join(' ', f)));
    }

    [Fact]
    public void A_split_of_other_data_is_refused_with_the_names()
    {
        using var folder = new DataFolder();
        SplitJson.Write(folder.File("s.json"), new DataSplit(DataSplit.CurrentSchema, null, ["c0", "gone"], ["c1"], []), overwrite: false);
        var message = Assert.Throws<InvalidInputException>(() => CaseSplits.Read(Cases(3), folder.File("s.json"))).Message;
        Assert.Contains("'gone' is in the split and not in the data", message, StringComparison.Ordinal);
        Assert.Contains("'c2' is in the data and not in the split", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_are_no_split()
    {
        using var folder = new DataFolder();
        SplitJson.WriteFolds(folder.File("f.json"), CaseSplits.DrawFolds(Cases(4), 2, 1), overwrite: false);
        Assert.Throws<InvalidInputException>(() => CaseSplits.Read(Cases(4), folder.File("f.json")));
    }

    private static ImmutableArray<TrainingSource> Cases(int count) =>
        [.. Enumerable.Range(0, count).Select(n => new TrainingSource($"c{n}", $"{n}.png", $"{n}_gt.png"))];
}
