using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Tests.Nifti;

namespace DiagCodec.Imaging.Tests.Phantom;

public sealed class PhantomSeriesWriterTests
{
    [Theory]
    [InlineData(DicomOutputSyntax.ExplicitLittleEndian)]
    [InlineData(DicomOutputSyntax.JpegLs)]
    public void A_patient_is_read_back_as_it_was_made(DicomOutputSyntax syntax)
    {
        using var scratch = new Scratch();
        var options = new PhantomOptions { Size = 64, Slices = 4, Seed = 5 };
        PhantomSeriesWriter.Write(scratch.Path, 7, options, syntax, "0.1.0", null, CancellationToken.None);
        var (volume, labels) = CtaPhantom.Create(options);

        var series = DicomSeriesReader.Read(scratch.File("dicom"), null, CancellationToken.None);
        Assert.Equal(4, series.Volume.Slices);
        Assert.Equal(volume.Padding, series.Volume.Padding);
        Assert.Equal(volume.RescaleOf(0), series.Volume.RescaleOf(0));
        for (var z = 0; z < 4; z++)
        {
            Assert.Equal(volume.SliceBytes(z), series.Volume.SliceBytes(z));
        }

        var truth = NiftiLabelReader.Read(scratch.File("labels.nii.gz"));
        Assert.Equal(labels.Labels.ToArray(), truth.Labels.ToArray());
        NiftiOrientationTests.AssertSame(series.Volume.Geometry!, truth.Geometry!);
        Assert.Equal("patient-0007", PhantomSeriesWriter.FolderName(7));
    }
}
