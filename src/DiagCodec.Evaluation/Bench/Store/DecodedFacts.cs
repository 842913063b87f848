namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>What decoding and comparing found.</summary>
/// <param name="Sha256">Of the decoded stored values, padding restored.</param>
/// <param name="Psnr">dB.</param>
/// <param name="WindowPsnr">dB.</param>
/// <param name="WindowSsim">-1 to 1.</param>
/// <param name="Command">That decoded.</param>
/// <param name="Decode">Seconds.</param>
/// <param name="Compare">Seconds.</param>
internal sealed record DecodedFacts(
    string Sha256, double? Psnr, double? WindowPsnr, double? WindowSsim, string Command, double Decode, double Compare);
