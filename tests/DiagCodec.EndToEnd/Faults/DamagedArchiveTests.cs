namespace DiagCodec.EndToEnd.Faults;

/// <summary>Archives that were cut off or hit by a bit error.</summary>
public sealed class DamagedArchiveTests(GoodArchive good) : IClassFixture<GoodArchive>
{
    private const int Cuts = 100;
    private const int Flips = 300;

    [Fact]
    public async Task An_archive_cut_off_anywhere_is_refused()
    {
        var bytes = good.Bytes;
        await Parallel.ForEachAsync(Enumerable.Range(0, Cuts), Two, async (i, _) =>
        {
            var length = (int)((long)i * bytes.Length / Cuts);
            Assert.True(await good.IsNoticedAsync(bytes[..length]), $"cut after {length} of {bytes.Length} bytes");
        });
        Assert.True(await good.IsNoticedAsync(bytes[..^1]), "the last byte missing");
    }

    [Fact]
    public async Task A_flipped_bit_is_noticed_or_changes_nothing_that_is_decoded()
    {
        var (bytes, random) = (good.Bytes, new Random(7));
        var bits = Enumerable.Range(0, Flips).Select(_ => random.Next(8 * bytes.Length)).ToArray();
        var unnoticed = 0;
        await Parallel.ForEachAsync(bits, Two, async (bit, _) =>
        {
            var damaged = (byte[])bytes.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            if (!await good.IsNoticedAsync(damaged))
            {
                Interlocked.Increment(ref unnoticed);
            }
        });

        // Dates, attributes and versions in the ZIP's own tables mean nothing to us.
        Assert.InRange(unnoticed, 0, Flips / 10);
    }

    private static ParallelOptions Two => new() { MaxDegreeOfParallelism = 2 };
}
