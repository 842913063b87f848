using DiagCodec.EndToEnd.Support;
using DiagCodec.EndToEnd.Tasks;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Phantom;

namespace DiagCodec.EndToEnd.Policies;

/// <summary>A folder of models with a tiny task and a policy for it, and a small synthetic patient; made once for a class of tests.</summary>
public sealed class PolicyInputs : IDisposable
{
    private readonly Scratch _scratch = new();

    public PolicyInputs()
    {
        Models = _scratch.MakeFolder("models");
        Model = TinyModel.Write(_scratch.Path("models", TinyModel.Name));
        Policy = TinyPolicy.Write(_scratch.Path("models", TinyPolicy.Name));
        var folder = _scratch.MakeFolder("patient");
        PhantomSeriesWriter.Write(folder, 1, new PhantomOptions { Slices = 4, Size = 64, SliceSpacing = 2, FieldOfView = 200 }, DicomOutputSyntax.ExplicitLittleEndian, "1", null, CancellationToken.None);
        (Series, Labels) = (System.IO.Path.Combine(folder, PhantomSeriesWriter.DicomFolder), System.IO.Path.Combine(folder, PhantomSeriesWriter.LabelFile));
    }

    /// <summary>What DIAGCODEC_MODELS may name.</summary>
    public string Models { get; }

    public string Model { get; }

    public string Policy { get; }

    /// <summary>Folder of the DICOM files.</summary>
    public string Series { get; }

    /// <summary>Label map of the synthetic patient.</summary>
    public string Labels { get; }

    public void Dispose() => _scratch.Dispose();
}
