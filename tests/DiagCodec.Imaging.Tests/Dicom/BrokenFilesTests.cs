using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Dicom;

/// <summary>Whatever the bytes, reading ends soon, in a series or in a refusal. A crash of the native codecs would end this very process.</summary>
public sealed class BrokenFilesTests
{
    private const int Tries = 150;

    [Theory]
    [InlineData(DicomOutputSyntax.ExplicitLittleEndian)]
    [InlineData(DicomOutputSyntax.JpegLs)]
    [InlineData(DicomOutputSyntax.Jpeg2000)]
    public void Flipped_and_missing_bytes_never_do_worse_than_a_refusal(DicomOutputSyntax syntax)
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(33, 35, 1, SampleFormat.Int16, 12));
        Assault(File.ReadAllBytes(SyntheticSeries.WriteBack(SyntheticSeries.Read(folder.Path), folder.File("out"), SyntheticSeries.Options with { Syntax = syntax })[0]));
    }

    [SkippableTheory]
    [InlineData("pydicom/MR_small_RLE.dcm")]
    [InlineData("pydicom/MR_small_implicit.dcm")]
    [InlineData("pydicom/MR_small_bigendian.dcm")]
    [InlineData("pydicom/image_dfl.dcm")]
    [InlineData("pydicom/693_J2KI.dcm")]
    public void Broken_copies_of_real_files_never_do_worse_than_a_refusal(string name) =>
        Assault(File.ReadAllBytes(RealData.Require(Path.Combine("dicom-odd", name))));

    [Fact]
    public void A_pipe_among_the_files_does_not_hang_the_search()
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(4, 4, 1, SampleFormat.UInt16, 12));
        Judges.Run("mkfifo", [folder.File("pipe")]);
        Assert.Equal(1, SyntheticSeries.Read(folder.Path).Volume.Slices);
        Assert.Throws<InvalidInputException>(() => SyntheticSeries.Read(folder.File("pipe")));
    }

    private static void Assault(byte[] whole)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("broken.dcm");
        for (var seed = 0; seed < Tries; seed++)
        {
            File.WriteAllBytes(path, Broken(whole, new Random(seed)));
            try
            {
                SyntheticSeries.Read(path);
            }
            catch (InvalidInputException e)
            {
                Assert.StartsWith(path, e.Message, StringComparison.Ordinal);
                Assert.DoesNotContain(e.Message, char.IsControl);
            }
        }
    }

    private static byte[] Broken(byte[] whole, Random random)
    {
        if (random.Next(4) == 0)
        {
            return whole[..random.Next(whole.Length)];
        }

        var bytes = (byte[])whole.Clone();
        for (var i = random.Next(5); i >= 0; i--)
        {
            bytes[random.Next(2) == 0 ? random.Next(bytes.Length) : Math.Min(bytes.Length - 1, 132 + random.Next(2500))] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }
}
