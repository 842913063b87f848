using System.Collections.Immutable;
using System.Text;
using DiagCodec.Networks.Splits;
using DiagCodec.Networks.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Networks.Tests.Splits;

public sealed class SplitTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The numbers that the generator's authors' C program prints for this seed.</summary>
    [Fact]
    public void The_generator_is_SplitMix64()
    {
        var random = new SplitRandom(1234567);
        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => random.Next()));
    }

    [Fact]
    public void Bounded_numbers_are_even()
    {
        var random = new SplitRandom(1);
        var counts = new int[6];
        for (var i = 0; i < 60_000; i++)
        {
            counts[random.Below(6)]++;
        }

        // Five standard deviations of a binomial count: sqrt(60000 * 1/6 * 5/6) = 91.3.
        Assert.All(counts, c => Assert.InRange(c, 10_000 - 457, 10_000 + 457));
        Assert.Equal(0, random.Below(1));
    }

    /// <summary>Seed 0, four items. SplitMix64 gives e220a8397b1dcdaf, 6e789e6aa1b965f4, 06c45d188009454f, whose remainders by 4, 3 and 2 are 3, 0 and 1.</summary>
    [Fact]
    public void The_order_is_as_worked_out_by_hand()
    {
        var random = new SplitRandom(0);
        ulong[] numbers = [random.Next(), random.Next(), random.Next()];
        Assert.Equal([0xe220a8397b1dcdaf, 0x6e789e6aa1b965f4, 0x06c45d188009454f], numbers);
        Assert.Equal((3UL, 0UL, 1UL), (numbers[0] % 4, numbers[1] % 3, numbers[2] % 2));

        // a b c d: d stays; c changes with a: c b a d; b stays.
        Assert.Equal(["c", "b", "a", "d"], SplitShuffle.Of(["d", "b", "c", "a"], 0));
        var split = DataSplit.Draw(["d", "b", "c", "a"], validation: 1, test: 1, seed: 0);
        Assert.Equal(["c"], split.Test.AsEnumerable());
        Assert.Equal(["b"], split.Validation.AsEnumerable());
        Assert.Equal(["a", "d"], split.Train.AsEnumerable());
    }

    [Fact]
    public void Every_item_is_in_one_part_whatever_the_order_given()
    {
        Prop.ForAll<byte, byte, int>((count, share, seed) =>
        {
            var items = Enumerable.Range(0, 3 + count).Select(i => $"patient-{i:0000}").ToArray();
            var (validation, test) = (share % (items.Length / 3), share % (items.Length / 2));
            var split = DataSplit.Draw(items, validation, test, Math.Abs((long)seed));
            Assert.Equal(items, split.Train.Concat(split.Validation).Concat(split.Test).Order(StringComparer.Ordinal));
            Assert.Equal((validation, test), (split.Validation.Length, split.Test.Length));
            var again = DataSplit.Draw([.. items.Reverse()], validation, test, Math.Abs((long)seed));
            Assert.Equal(split.Train.AsEnumerable(), again.Train);
            Assert.Equal(split.Test.AsEnumerable(), again.Test);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Folds_differ_by_one_item_and_rounds_leave_one_out()
    {
        var items = Enumerable.Range(0, 23).Select(i => $"p{i:00}").ToArray();
        var folds = FoldSplit.Draw(items, folds: 5, test: 3, seed: 9);
        Assert.Equal([4, 4, 4, 4, 4], folds.Folds.Select(f => f.Length));
        Assert.Equal([3, 2, 2], FoldSplit.Draw(items[..7], 3, 0, 1).Folds.Select(f => f.Length));
        for (var k = 0; k < 5; k++)
        {
            var round = folds.Round(k);
            Assert.Equal(folds.Folds[k].AsEnumerable(), round.Validation);
            Assert.Equal(items, round.Train.Concat(round.Validation).Concat(round.Test).Order(StringComparer.Ordinal));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => folds.Round(5));
    }

    [Fact]
    public void Impossible_splits_are_the_callers_fault()
    {
        Assert.ThrowsAny<ArgumentException>(() => DataSplit.Draw(["a", "b"], 1, 1, 0));
        Assert.ThrowsAny<ArgumentException>(() => DataSplit.Draw(["a", "a", "b"], 1, 0, 0));
        Assert.ThrowsAny<ArgumentException>(() => DataSplit.Draw(["a", "", "b"], 1, 0, 0));
        Assert.ThrowsAny<ArgumentException>(() => DataSplit.Draw(["a", "b"], 0, 0, -1));
        Assert.ThrowsAny<ArgumentException>(() => FoldSplit.Draw(["a", "b"], 3, 0, 0));
        Assert.ThrowsAny<ArgumentException>(() => FoldSplit.Draw(["a", "b"], 1, 0, 0));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var split = DataSplit.Draw(["a", "b", "é c", "d"], 1, 1, 5);
        SplitJson.Write(_folder["s.json"], split, overwrite: false);
        var read = SplitJson.Read(_folder["s.json"]);
        Assert.Equal((1, 5L), (read.Schema, read.Seed));
        Assert.Equal(split.Train.AsEnumerable(), read.Train);
        Assert.Equal(split.Validation.AsEnumerable(), read.Validation);
        Assert.Equal(split.Test.AsEnumerable(), read.Test);

        var folds = FoldSplit.Draw(["a", "b", "c", "d"], 2, 1, 5);
        SplitJson.WriteFolds(_folder["f.json"], folds, overwrite: false);
        var readFolds = SplitJson.ReadFolds(_folder["f.json"]);
        Assert.Equal(folds.Folds.SelectMany(f => f), readFolds.Folds.SelectMany(f => f));
        Assert.Equal(folds.Test.AsEnumerable(), readFolds.Test);
        Told.Of(() => SplitJson.Read(_folder["f.json"]), "f.json", "folds");
        Told.Of(() => SplitJson.ReadFolds(_folder["s.json"]), "s.json");
    }

    [Theory]
    [InlineData("""{"schema":1,"seed":1,"train":["a"],"validation":["b"],"test":["a"]}""", "test", "'a'", "train already")]
    [InlineData("""{"schema":1,"seed":1,"train":["a","a"],"validation":[],"test":[]}""", "train", "'a'", "every name once")]
    [InlineData("""{"schema":1,"seed":1,"train":[],"validation":["b"],"test":[]}""", "train", "one or more", "none")]
    [InlineData("""{"schema":1,"seed":1,"train":["a",""],"validation":[],"test":[]}""", "train", "1 to 255", "found")]
    [InlineData("""{"schema":1,"seed":1,"train":["a",null],"validation":[],"test":[]}""", "train[1]", "a text", "null")]
    [InlineData("""{"schema":1,"seed":1,"train":["a\n"],"validation":[],"test":[]}""", "train", "1 to 255", "a?")]
    [InlineData("""{"schema":1,"seed":-1,"train":["a"],"validation":[],"test":[]}""", "seed", "0 or more", "-1")]
    [InlineData("""{"schema":3,"seed":1,"train":["a"],"validation":[],"test":[]}""", "schema 3", "reads schema 1", "s.json")]
    [InlineData("""{"schema":1,"seed":1,"train":["a"],"validation":[]}""", "test", "a list", "nothing")]
    [InlineData("""{"schema":1,"seed":1,"train":["a"],"validation":null,"test":[]}""", "validation", "a list", "null")]
    [InlineData("""{"schema":1,"seed":1,"train":["a"],"validation":[],"test":[],"holdout":[]}""", "holdout", "no such field", "one")]
    [InlineData("""{"schema":1,"seed":1,"train":["a"],"train":["b"],"validation":[],"test":[]}""", "train", "s.json", "")]
    public void A_split_that_leaks_or_lies_is_refused(string text, string first, string second, string third) =>
        Told.Of(() => SplitJson.Read(_folder.File("s.json", Encoding.UTF8.GetBytes(text))), "s.json", first, second, third);

    [Fact]
    public void Endless_faults_are_cut_short()
    {
        var text = $$"""{"schema":1,"seed":1,"train":[{{string.Join(',', Enumerable.Repeat(1, 200_000))}}],"validation":[],"test":[]}""";
        Told.Of(() => SplitJson.Read(_folder.File("s.json", Encoding.UTF8.GetBytes(text))), "train[0]", "train[19]", "980 more (at least 1000 in all)");
    }

    [Fact]
    public void A_split_is_held_against_the_data()
    {
        var split = new DataSplit(1, null, ["a", "b"], ["c"], []);
        SplitCheck.Against(split, ["c", "b", "a"], "s.json");
        Told.Of(() => SplitCheck.Against(split, ["a", "b", "d"], "s.json"), "s.json", "'c' is in the split and not in the data", "'d' is in the data and not in the split");
    }
}
