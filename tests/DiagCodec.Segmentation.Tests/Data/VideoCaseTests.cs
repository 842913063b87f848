using System.Diagnostics;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Videos;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Tests.Data;

/// <summary>Videos with masks in the folders of the DAVIS data sets.</summary>
public sealed class VideoCaseTests
{
    private static readonly byte[] Palette = [0, 0, 0, 128, 0, 0, 0, 128, 0];

    [Fact]
    public void Made_videos_are_found_and_read_with_their_truth()
    {
        using var folder = new DataFolder();
        var options = new VideoOptions { Columns = 96, Rows = 64, Frames = 3, Seed = 2 };
        VideoFolder.Write(folder.Path, 1, options, null, default);
        VideoFolder.Write(folder.Path, 2, options with { Seed = 3 }, null, default);
        var sources = CaseFinder.Find(folder.Path);
        Assert.Equal(["video-0001", "video-0002"], sources.Select(s => s.Name));
        var read = CaseReader.Read(sources[1], LabelMapping.Default, TestTask.Of(1), default);
        Assert.Equal(MovingVideo.Create(options with { Seed = 3 }).Labels.Labels.ToArray(), read.Truth.Labels.ToArray());
    }

    [Fact]
    public void Coloured_jpegs_with_palette_masks_of_several_objects_are_read_as_one_class()
    {
        using var folder = Davis();
        var source = Assert.Single(CaseFinder.Find(folder.Path));
        Assert.Equal("bear", source.Name);
        var read = CaseReader.Read(source, LabelMapping.Parse("0=0,*=1"), TestTask.Of(1), default);
        Assert.Equal((32, 16, 2), (read.Series.Volume.Columns, read.Series.Volume.Rows, read.Series.Volume.Slices));
        Assert.Contains("colour-as-luma", read.Series.Findings.Select(f => f.Code));
        Assert.Equal((0, 1, 1), (read.Truth.Slice(1)[0], read.Truth.Slice(1)[5], read.Truth.Slice(1)[40]));
    }

    [Fact]
    public void Several_objects_ask_for_a_mapping()
    {
        using var folder = Davis();
        var source = Assert.Single(CaseFinder.Find(folder.Path));
        var message = Assert.Throws<InvalidInputException>(() => CaseReader.Read(source, LabelMapping.Default, TestTask.Of(1), default)).Message;
        Assert.Contains("holds the number 2, which is no class of the task", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_without_masks_is_named()
    {
        using var folder = Davis();
        Directory.Delete(folder.File("Annotations/480p/bear"), recursive: true);
        Assert.Contains("images without labels (1): 'JPEGImages/480p/bear'", Assert.Throws<InvalidInputException>(() => CaseFinder.Find(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_mask_is_told_with_both_folders()
    {
        using var folder = Davis();
        File.Delete(folder.File("Annotations/480p/bear/00000.png"));
        var source = Assert.Single(CaseFinder.Find(folder.Path));
        var message = Assert.Throws<InvalidInputException>(() => CaseReader.Read(source, LabelMapping.Default, TestTask.Of(1), default)).Message;
        Assert.StartsWith($"{source.Labels}: the labels are 32x16x1, the image is 32x16x2", message, StringComparison.Ordinal);
        Assert.EndsWith(source.Image, message, StringComparison.Ordinal);
    }

    /// <summary>Two coloured frames and masks with objects 1 and 2, as DAVIS 2017 has them.</summary>
    private static DataFolder Davis()
    {
        var folder = new DataFolder().With("JPEGImages/480p/bear/", "Annotations/480p/bear/");
        using (var ffmpeg = Process.Start(
            "ffmpeg",
            ["-v", "error", "-nostdin", "-f", "lavfi", "-i", "testsrc2=s=32x16:r=10:d=0.2", "-start_number", "0", "-pix_fmt", "yuvj420p", folder.File("JPEGImages/480p/bear/%05d.jpg")]))
        {
            ffmpeg.WaitForExit();
            Assert.Equal(0, ffmpeg.ExitCode);
        }

        var numbers = new byte[32 * 16];
        (numbers[5], numbers[40]) = (1, 2);
        for (var i = 0; i < 2; i++)
        {
            using var file = File.Create(folder.File($"Annotations/480p/bear/0000{i}.png"));
            PngEncoder.WriteIndexed(file, 32, 16, Palette, numbers);
        }

        return folder;
    }
}
