using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Tests.Nifti;
using DiagCodec.Imaging.Videos;

namespace DiagCodec.Imaging.Tests.Videos;

public sealed class VideoFolderTests
{
    private static readonly VideoOptions Small = new() { Columns = 96, Rows = 64, Frames = 3, Seed = 4 };

    [Fact]
    public void A_video_is_read_back_as_it_was_made()
    {
        using var scratch = new Scratch();
        VideoFolder.Write(scratch.Path, 7, Small, null, default);
        var (volume, labels) = MovingVideo.Create(Small);
        var series = PictureSeriesReader.Read(scratch.File("JPEGImages/480p/video-0007"));
        var mask = MaskReader.Read(scratch.File("Annotations/480p/video-0007"), series, default);
        Assert.Equal((96, 64, 3), (series.Volume.Columns, series.Volume.Rows, series.Volume.Slices));
        Assert.Empty(series.Findings);
        Assert.All(Enumerable.Range(0, 3), z => Assert.Equal(volume.SliceBytes(z), series.Volume.SliceBytes(z)));
        Assert.Equal(labels.Labels.ToArray(), mask.Labels.Labels.ToArray());
        Assert.True(File.Exists(scratch.File("Annotations/480p/video-0007/00002.png")));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.File("JPEGImages"), "");
        Assert.StartsWith($"{scratch.Path}: cannot be written: ", Assert.Throws<OutputException>(() => VideoFolder.Write(scratch.Path, 1, Small, null, default)).Message, StringComparison.Ordinal);
    }
}
