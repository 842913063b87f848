using System.IO.Compression;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Nifti;

namespace DiagCodec.Imaging.Tests.Nifti;

public sealed class NiftiFaultTests
{
    [Theory]
    [InlineData(42, (short)-3, "length of axis 1 is -3")]
    [InlineData(42, (short)32767, "the header promises")]
    [InlineData(40, (short)0, "number of axes is 0")]
    [InlineData(40, (short)9, "number of axes is 9")]
    [InlineData(70, (short)128, "datatype Rgb24 is not supported")]
    [InlineData(70, (short)32, "datatype Complex64 is not supported")]
    [InlineData(70, (short)77, "datatype 77 is not supported")]
    [InlineData(72, (short)32, "bitpix is 32, expected 16")]
    public void Headers_that_lie_are_refused(int at, short value, string says)
    {
        using var scratch = new Scratch();
        Refused(new NiftiBytes(3, 4, 5, 4, 2).Put(at, value).Save(scratch), says);
    }

    [Fact]
    public void Several_volumes_pairs_and_nifti_2_are_refused_with_advice()
    {
        using var scratch = new Scratch();
        Refused(new NiftiBytes(3, 4, 5, 4, 2).Put(40, (short)4).Put(48, (short)2).Save(scratch), "split the file");
        Refused(new NiftiBytes(3, 4, 5, 4, 2).Put(344, 0x0031696E).Save(scratch), ".hdr/.img pair");
        Refused(new NiftiBytes(3, 4, 5, 4, 2).Put(344, 0x41424344).Save(scratch), "magic is 44434241");
        Refused(new NiftiBytes(3, 4, 5, 4, 2).Put(0, 540).Save(scratch), "NIfTI-2");
        Refused(new NiftiBytes(3, 4, 5, 4, 2).Put(112, 1f).Put(116, float.NaN).Save(scratch), "scl_inter");
        Refused(scratch.File("nothing.nii"), "cannot be read");
    }

    [Theory]
    [InlineData(1e9f)]
    [InlineData(-4f)]
    [InlineData(348f)]
    [InlineData(352.5f)]
    [InlineData(float.NaN)]
    [InlineData(100000f)]
    public void Voxels_that_begin_outside_the_file_are_refused(float offset)
    {
        using var scratch = new Scratch();
        Refused(new NiftiBytes(3, 4, 5, 4, 2).Put(108, offset).Save(scratch), "broken NIfTI file");
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        using var scratch = new Scratch();
        var whole = new NiftiBytes(3, 4, 5, 4, 2, extension: 32).Sform(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), default).Content;
        foreach (var (bytes, voxelsEnd) in new[] { (whole, whole.Length), (NiftiBytes.Gzip(whole), NiftiBytes.Gzip(whole).Length - 12) })
        {
            // A gzip file that lacks only its checksum still has every voxel.
            for (var length = 0; length < voxelsEnd; length += 16)
            {
                File.WriteAllBytes(scratch.File("cut.nii"), bytes[..length]);
                Refused(scratch.File("cut.nii"), "cut.nii");
            }
        }
    }

    [Fact]
    public void Single_bit_flips_read_or_are_refused()
    {
        using var scratch = new Scratch();
        var whole = new NiftiBytes(3, 4, 5, 16, 4, extension: 32).Sform(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), default).Put(252, (short)1).Content;
        var before = GC.GetTotalAllocatedBytes();
        var flips = 0;
        foreach (var bytes in new[] { whole, NiftiBytes.Gzip(whole) })
        {
            for (var bit = 0; bit < 8 * bytes.Length; bit += 3, flips++)
            {
                var flipped = (byte[])bytes.Clone();
                flipped[bit / 8] ^= (byte)(1 << (bit % 8));
                File.WriteAllBytes(scratch.File("flip.nii"), flipped);
                try
                {
                    NiftiReader.Read(scratch.File("flip.nii"));
                }
                catch (InvalidInputException e)
                {
                    Assert.DoesNotContain('\n', e.Message);
                }
            }
        }

        Assert.True(GC.GetTotalAllocatedBytes() - before < 2_000_000L * flips, "a flipped bit made the reader take much memory");
    }

    [Fact]
    public void A_gzip_bomb_is_read_only_as_far_as_its_header_promises()
    {
        using var scratch = new Scratch();
        var path = scratch.File("bomb.nii.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write(new NiftiBytes(3, 4, 5, 4, 2).Content);
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 256; i++)
            {
                gzip.Write(zeros);
            }
        }

        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains(NiftiReader.Read(path).Findings, f => f.Code == "extra-bytes");
        Assert.True(GC.GetTotalAllocatedBytes() - before < 10_000_000);
    }

    private static void Refused(string path, string says)
    {
        var e = Assert.Throws<InvalidInputException>(() => NiftiReader.Read(path));
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, e.Message, StringComparison.Ordinal);
    }
}
