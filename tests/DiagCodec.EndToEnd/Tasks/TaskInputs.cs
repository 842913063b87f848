using DiagCodec.EndToEnd.Support;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Phantom;

namespace DiagCodec.EndToEnd.Tasks;

/// <summary>A tiny model, a small synthetic patient, and what <c>segment</c> finds in it; made once for a class of tests.</summary>
public sealed class TaskInputs : IDisposable
{
    private readonly Scratch _scratch = new();

    public TaskInputs()
    {
        Model = TinyModel.Write(_scratch.Path("model"));
        var folder = _scratch.MakeFolder("patient");
        PhantomSeriesWriter.Write(folder, 1, new PhantomOptions { Slices = 4, Size = 64, SliceSpacing = 2, FieldOfView = 200 }, DicomOutputSyntax.ExplicitLittleEndian, "1", null, CancellationToken.None);
        (Series, Truth) = (System.IO.Path.Combine(folder, PhantomSeriesWriter.DicomFolder), System.IO.Path.Combine(folder, PhantomSeriesWriter.LabelFile));
    }

    /// <summary>Folder of the model.</summary>
    public string Model { get; }

    /// <summary>Folder of the DICOM files.</summary>
    public string Series { get; }

    /// <summary>Label map of the synthetic patient, five classes.</summary>
    public string Truth { get; }

    public void Dispose() => _scratch.Dispose();
}
