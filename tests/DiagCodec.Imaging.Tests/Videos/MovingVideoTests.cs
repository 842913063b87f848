using System.Security.Cryptography;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Videos;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Videos;

public sealed class MovingVideoTests
{
    private static readonly VideoOptions Small = new() { Columns = 112, Rows = 64, Frames = 5 };

    [Fact]
    public void A_seed_gives_the_same_video_on_every_machine()
    {
        var hex = Hash(MovingVideo.Create(Small));
        Assert.True(hex == "E9598F67A8B9E81F6235CAEF6F4DCA3D2F000F0B679E3F4736B857AA6740E764", hex);
    }

    [Fact]
    public void Another_seed_gives_another_video() =>
        Assert.NotEqual(Hash(MovingVideo.Create(Small)), Hash(MovingVideo.Create(Small with { Seed = 2 })));

    [Fact]
    public void More_frames_go_on_from_the_same_beginning()
    {
        var (shorter, longer) = (MovingVideo.Create(Small), MovingVideo.Create(Small with { Frames = 7 }));
        Assert.All(Enumerable.Range(0, 5), z => Assert.Equal(shorter.Volume.SliceBytes(z), longer.Volume.SliceBytes(z)));
        Assert.Equal(shorter.Labels.Slice(4), longer.Labels.Slice(4));
    }

    [Fact]
    public void Every_video_shows_objects_that_move_and_never_fill_it()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var (_, labels) = MovingVideo.Create(Small with { Seed = seed, Frames = 17 });
            var share = labels.Labels.ToArray().Average(l => l);
            Assert.True(share is > 0.004 and < 0.4, FormattableString.Invariant($"seed {seed}: share {share}"));
            Assert.True(labels.Labels.ToArray().All(l => l is 0 or MovingVideo.ObjectLabel));
            var changed = labels.Slice(0).ToArray().Zip(labels.Slice(16).ToArray()).Count(p => p.First != p.Second);
            Assert.True(changed > 0, $"seed {seed} stands still");
        }
    }

    [Fact]
    public void Another_size_shows_the_same_scene()
    {
        var (_, coarse) = MovingVideo.Create(Small with { Frames = 1 });
        var (_, fine) = MovingVideo.Create(Small with { Columns = 224, Rows = 128, Frames = 1 });
        var (both, sum) = (0, 0);
        for (var i = 0; i < coarse.Columns * coarse.Rows; i++)
        {
            var (row, column) = Math.DivRem(i, coarse.Columns);
            var (a, b) = (coarse.Slice(0)[i], fine.Slice(0)[(2 * row * fine.Columns) + (2 * column)]);
            (both, sum) = (both + (a & b), sum + a + b);
        }

        Assert.InRange(2.0 * both / sum, 0.85, 1);
    }

    [Fact]
    public void Detail_falls_with_the_frequency_as_in_natural_pictures()
    {
        // With a power of 1 / f², differences over twice the distance are about as much larger for every doubling.
        var (volume, _) = MovingVideo.Create(new VideoOptions { Frames = 1, Seed = 3 });
        var grey = volume.SliceBytes(0).ToArray();
        var differences = new[] { 2, 4, 8, 16 }.Select(d => Enumerable.Range(0, grey.Length - d).Average(i => Math.Abs(grey[i] - grey[i + d]))).ToArray();
        Assert.All(differences.Zip(differences.Skip(1)), p => Assert.InRange(p.Second / p.First, 1.02, 2.1));
    }

    [Fact]
    public void Options_out_of_range_are_all_named()
    {
        var e = Assert.Throws<UsageException>(() => MovingVideo.Create(new() { Frames = 0, Columns = 63, Rows = 2049 }));
        Assert.Equal("video: frames is 0, expected 1 to 1000; width is 63, expected 64 to 2048; height is 2049, expected 64 to 2048", e.Message);
    }

    [Fact]
    public void A_cancelled_making_ends() =>
        Assert.ThrowsAny<OperationCanceledException>(() => MovingVideo.Create(Small, cancellation: new CancellationToken(true)));

    private static string Hash((Volume Volume, LabelMap Labels) video)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var z = 0; z < video.Volume.Slices; z++)
        {
            hash.AppendData(video.Volume.SliceBytes(z));
        }

        hash.AppendData(video.Labels.Labels.Span);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
