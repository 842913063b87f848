namespace DiagCodec.LearnedCodecs.Files;

/// <summary>One set of weights of a model, for one trade-off of bits and error.</summary>
/// <param name="Lambda">What it was trained with: lambda * 255^2 * mean squared error + bits a pixel.</param>
/// <param name="File">Its weights in the folder, with the ending .safetensors.</param>
/// <param name="Sha256">Of that file, as 64 lower-case hexadecimal digits.</param>
/// <param name="Steps">Of the optimiser.</param>
/// <param name="Seed">Of weights, patches and noise.</param>
/// <param name="Command">That trained it, in full.</param>
/// <param name="Data">Which images, with their source.</param>
/// <param name="BitsPerPixel">Real bytes on the held-out slices; null where none were held out.</param>
/// <param name="Psnr">On the same slices, dB, the mean of the slices'; null where none were held out.</param>
public sealed record CodecQuality(
    double Lambda, string File, string Sha256, int Steps, long Seed, string Command, string Data, double? BitsPerPixel, double? Psnr)
{
    /// <summary>Folder in the model's with the task's network that was tuned on what this quality decodes (MVMICNet's stage 2); null where there is none.</summary>
    public string? Tuned { get; init; }
}
