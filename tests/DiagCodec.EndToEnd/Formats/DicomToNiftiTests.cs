using System.Globalization;
using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Formats;

/// <summary>A DICOM series decoded to NIfTI: every voxel has its value at its place in the patient, by arithmetic of our own.</summary>
public sealed class DicomToNiftiTests
{
    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_voxel_is_where_the_dicom_files_say(bool real)
    {
        using var scratch = new Scratch();
        var input = real ? RealData.Require("dicom-odd", "dicom2nifti", "hitachi_anatomical_001") : SmallInputs.Dicom(scratch);
        await CommandLine.EncodeAsync(input, scratch.Path("a.dgc"));
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("out.nii"), "--format", "nifti");
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("dicom"));
        var nifti = await File.ReadAllBytesAsync(scratch.Path("out.nii"));
        var (values, affine) = (NiftiFile.Int16Values(nifti), NiftiFile.Sform(nifti));
        var (nx, ny) = (BitConverter.ToInt16(nifti, 42), BitConverter.ToInt16(nifti, 44));
        var random = new Random(3);
        foreach (var dump in (await DicomFolder.OpenAsync(scratch.Path("dicom"))).Dumps)
        {
            var pixels = await RawPixels.ValuesAsync(dump);
            var (position, axes, spacing) = (Numbers(dump["0020,0032"]), Numbers(dump["0020,0037"]), Numbers(dump["0028,0030"]));
            var columns = dump.Number("0028,0011");
            for (var n = 0; n < 500; n++)
            {
                var (c, r) = (random.Next(columns), random.Next(dump.Number("0028,0010")));

                // PS3.3 C.7.6.2.1.1; NIfTI's x and y point the other way.
                var point = Enumerable.Range(0, 3).Select(d => position[d] + (c * spacing[1] * axes[d]) + (r * spacing[0] * axes[d + 3])).ToArray();
                var (i, j, k) = Voxel(affine, [-point[0], -point[1], point[2]]);
                Assert.Equal(pixels[(r * columns) + c], values[(((k * ny) + j) * nx) + i]);
            }
        }
    }

    /// <summary>Solves affine * (i, j, k, 1) = point by Cramer's rule; the result must be whole.</summary>
    private static (int I, int J, int K) Voxel(double[,] affine, double[] point)
    {
        double[] Column(int c) => [affine[0, c], affine[1, c], affine[2, c]];
        double[] right = [point[0] - affine[0, 3], point[1] - affine[1, 3], point[2] - affine[2, 3]];
        var (x, y, z) = (Column(0), Column(1), Column(2));
        var whole = Determinant(x, y, z);
        double[] solved = [Determinant(right, y, z) / whole, Determinant(x, right, z) / whole, Determinant(x, y, right) / whole];
        Assert.All(solved, s => Assert.InRange(s - Math.Round(s), -0.01, 0.01));
        return ((int)Math.Round(solved[0]), (int)Math.Round(solved[1]), (int)Math.Round(solved[2]));
    }

    private static double Determinant(double[] a, double[] b, double[] c) =>
        (a[0] * ((b[1] * c[2]) - (b[2] * c[1]))) - (b[0] * ((a[1] * c[2]) - (a[2] * c[1]))) + (c[0] * ((a[1] * b[2]) - (a[2] * b[1])));

    private static double[] Numbers(string value) => [.. value.Split('\\').Select(v => double.Parse(v, CultureInfo.InvariantCulture))];
}
