using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Segmentation.Harden;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Tests.Harden;

public sealed class HardeningSetTests : IDisposable
{
    private static readonly HardeningOptions Options = new() { Variants = 4, ClipSlices = 2, Workers = 1 };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("segmentation-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Coded_runs_come_with_the_labels_of_their_slices()
    {
        var series = Series.Make(5, [3]);
        var made = Assert.Single(await MakeAsync([series], Options, new QpEncoder()));
        Assert.Equal(("case", 5, 4), (made.Name, made.Source.Labels.Length, made.Coded.Length));
        Assert.All(made.Coded, c => Assert.Equal((2, 2), (c.Planes.Slices.Length, c.Labels.Length)));
        Assert.All(made.Coded, c => Assert.Equal(256, c.Labels.Sum(l => l.Count(v => v == 1))));
        foreach (var coded in made.Coded)
        {
            var first = Enumerable.Range(0, 4).Single(z => Near(made.Source.Planes.Slices[z], coded.Planes.Slices[0]));
            Assert.Same(made.Source.Labels[first], coded.Labels[0]);
        }
    }

    [Fact]
    public async Task Cases_do_not_depend_on_workers_or_on_each_other()
    {
        var (one, two) = (Series.Make(5, [1, 3], name: "one"), Series.Make(4, [0], seed: 2, name: "two"));
        var both = await MakeAsync([one, two], Options, new QpEncoder());
        var parallel = await MakeAsync([two, one], Options with { Workers = 4 }, new QpEncoder());
        var alone = await MakeAsync([two], Options, new QpEncoder());
        AssertSame(both[0], parallel[1]);
        AssertSame(both[1], parallel[0]);
        AssertSame(both[1], alone[0]);
        var other = await MakeAsync([two], Options with { Seed = 2 }, new QpEncoder());
        Assert.NotEqual(Planes(both[1]), Planes(other[0]));
    }

    [Fact]
    public async Task A_cache_saves_encodes_until_the_encoder_is_another_one()
    {
        var series = Series.Make(5, [3]);
        var options = Options with { CacheFolder = _folder.FullName };
        var (first, second, newer) = (new QpEncoder(), new QpEncoder(), new QpEncoder("fake 2"));
        var made = await MakeAsync([series], options, first);
        var again = await MakeAsync([series], options, second);
        AssertSame(made[0], again[0]);
        // One more than the variants: the encoder is asked for its version.
        Assert.Equal((5, 1), (first.Runs, second.Runs));
        await MakeAsync([series], options, newer);
        Assert.Equal(5, newer.Runs);
    }

    [Fact]
    public async Task A_broken_entry_is_made_again()
    {
        var series = Series.Make(5, [3]);
        var options = Options with { CacheFolder = _folder.FullName };
        var made = await MakeAsync([series], options, new QpEncoder());
        var entry = _folder.EnumerateFiles().First().FullName;
        var whole = File.ReadAllBytes(entry);
        File.WriteAllBytes(entry, whole[..100]);
        var encoder = new QpEncoder();
        AssertSame(made[0], (await MakeAsync([series], options, encoder))[0]);
        Assert.Equal(2, encoder.Runs);
        Assert.Equal(whole, File.ReadAllBytes(entry));
    }

    [Fact]
    public async Task Without_variants_nothing_is_encoded()
    {
        var encoder = new QpEncoder();
        var made = await MakeAsync([Series.Make(2, [])], Options with { Variants = 0, CacheFolder = _folder.FullName }, encoder);
        Assert.Empty(made[0].Coded);
        Assert.Equal(0, encoder.Runs);
    }

    [Fact]
    public async Task Every_encode_is_told()
    {
        var told = new List<(int, int)>();
        await HardeningSet.MakeAsync([Series.Make(2, [])], Series.Task, Options, new QpEncoder(), new Told(told), CancellationToken.None);
        Assert.Equal([(1, 4), (2, 4), (3, 4), (4, 4)], told);
    }

    [Fact]
    public async Task Cancelling_ends_it()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => HardeningSet.MakeAsync([Series.Make(2, [])], Series.Task, Options, new QpEncoder(), null, cancelled.Token));
    }

    [Fact]
    public async Task A_series_that_cannot_be_coded_is_named()
    {
        var series = Series.Make(1, [], name: "wide");
        var volume = new Volume(9000, 1, SampleFormat.UInt16, [new byte[2 * 9000]]);
        var wide = series with { Series = series.Series with { Volume = volume }, Truth = new LabelMap(9000, 1, 1, new byte[9000], null) };
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => MakeAsync([wide], Options, new QpEncoder()));
        Assert.Contains("wide: slices of 9000x1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_of_the_options_are_named_together()
    {
        var options = new HardeningOptions { Variants = -1, LowestQp = 40, HighestQp = 30, BackgroundOffsets = [60], BlockSize = 48, ClipSlices = 0, Seed = -1, Workers = 0 };
        var message = Assert.Throws<UsageException>(options.Validate).Message;
        Assert.All((string[])["variants is -1", "40 to 30", "background offsets", "block size is 48", "clip slices is 0", "seed is -1", "workers is 0"], f => Assert.Contains(f, message, StringComparison.Ordinal));
        new HardeningOptions().Validate();
    }

    private static Task<ImmutableArray<TrainingCase>> MakeAsync(LabelledSeries[] series, HardeningOptions options, QpEncoder encoder) =>
        HardeningSet.MakeAsync(series, Series.Task, options, encoder, null, CancellationToken.None);

    /// <summary>The fake encoder takes away 25 code values at most, of 4095.</summary>
    private static bool Near(ushort[] source, ushort[] coded) => source.Zip(coded).All(p => Math.Abs(p.First - p.Second) < 26 * InputPlanes.Scale / 4095);

    private static IEnumerable<ushort> Planes(TrainingCase made) => made.Coded.SelectMany(c => c.Planes.Slices).SelectMany(s => s);

    private static void AssertSame(TrainingCase expected, TrainingCase found)
    {
        Assert.Equal(expected.Name, found.Name);
        Assert.Equal(Planes(expected), Planes(found));
        Assert.Equal(expected.Coded.SelectMany(c => c.Labels).SelectMany(l => l), found.Coded.SelectMany(c => c.Labels).SelectMany(l => l));
    }

    private sealed class Told(List<(int, int)> told) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => told.Add(value);
    }
}
