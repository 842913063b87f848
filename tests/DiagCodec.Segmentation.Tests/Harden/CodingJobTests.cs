using DiagCodec.Imaging.Volumes;
using DiagCodec.Segmentation.Harden;

namespace DiagCodec.Segmentation.Tests.Harden;

public sealed class CodingJobTests
{
    [Fact]
    public async Task Decoded_slices_keep_what_belongs_to_them()
    {
        var series = Series.Make(6, [3], padded: true);
        var coded = await Series.Job(series, new SliceRun(2, 3), CodingVariant.Uniform(32)).EncodeAsync(new QpEncoder(), 1, CancellationToken.None);
        var (source, decoded) = (series.Series.Volume, coded.Decoded);
        Assert.Equal((source.Columns, source.Rows, 3, source.Format), (decoded.Columns, decoded.Rows, decoded.Slices, decoded.Format));
        Assert.Equal(source.Geometry!.Positions.Slice(2, 3).ToArray(), decoded.Geometry!.Positions.ToArray());
        Assert.Equal(source.Rescales.Slice(2, 3).ToArray(), decoded.Rescales.ToArray());
        Assert.Equal(source.Padding, decoded.Padding);
        Assert.Equal((new SliceRun(2, 3), 1000L - 32 - 35 - 35), (coded.Run, coded.Bytes));
    }

    [Fact]
    public async Task Samples_come_back_as_the_QP_of_their_block_left_them_and_padding_exactly()
    {
        var series = Series.Make(5, [3], padded: true);
        var coded = await Series.Job(series, new SliceRun(2, 2), new CodingVariant(20, 10, 64)).EncodeAsync(new QpEncoder(), 1, CancellationToken.None);
        var low = Enumerable.Range(0, 5).Min(z => Series.Stored(series.Series.Volume, z).Where(v => v != Series.PaddingValue).Min());
        for (var z = 0; z < 2; z++)
        {
            var (source, decoded) = (Series.Stored(series.Series.Volume, z + 2), Series.Stored(coded.Decoded, z));
            for (var i = 0; i < source.Length; i++)
            {
                var isForeground = z == 1 && i % Series.Columns < 64 && i / Series.Columns < 64;
                var qp = (z == 0 ? 20 : 23) + (isForeground ? 0 : 10);
                var expected = source[i] == Series.PaddingValue ? Series.PaddingValue : QpEncoder.Changed(source[i] - low, qp) + low;
                Assert.Equal(expected, decoded[i]);
            }
        }
    }

    [Fact]
    public void A_runs_sample_mapping_is_that_of_the_whole_series()
    {
        var series = Series.Make(3, []);
        var values = Series.Stored(series.Series.Volume, 2);
        values[0] = 5000;
        var bytes = new byte[2 * values.Length];
        Volume.Narrow(values, SampleFormat.Int16, bytes);
        var volume = series.Series.Volume;
        var wide = volume.WithSamples([volume.SliceBytes(0).ToArray(), volume.SliceBytes(1).ToArray(), bytes]);
        var job = Series.Job(series with { Series = series.Series with { Volume = wide } }, new SliceRun(0, 1), CodingVariant.Uniform(20));
        Assert.Equal(5000, job.Mapping.High);
    }
}
