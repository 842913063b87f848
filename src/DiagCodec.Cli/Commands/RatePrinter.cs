using System.Globalization;
using DiagCodec.Allocation.RateControl;
using DiagCodec.Cli.Output;

namespace DiagCodec.Cli.Commands;

/// <summary>What <c>encode</c> says of a size that was asked for.</summary>
internal static class RatePrinter
{
    private const double Promised = 0.02;

    /// <summary>A note where the series is too short to be steered to the size.</summary>
    public static void PrintMiss(RateResult rate, CliConsole console)
    {
        if (Math.Abs(rate.Deviation) > Promised)
        {
            console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"note: {rate.Bytes} bytes are {100 * rate.Deviation:+0.0;-0.0} % off the target of {rate.Target.Bytes}; whole QPs bring so few frames no nearer"));
        }
    }

    public static string Line(RateResult rate) => string.Create(
        CultureInfo.InvariantCulture,
        $"{rate.Target.Bytes} bytes of {(rate.Target.Counts == RateCounts.Archive ? "archive" : "video")} asked for, {100 * rate.Deviation:+0.00;-0.00;0.00} %: base QP {rate.Qp:0.##} after {rate.Passes} {(rate.Passes == 1 ? "pass" : "passes")}");

    public static RateSummary? Summary(RateResult? rate) => rate is null
        ? null
        : new RateSummary(rate.Target.Bytes, rate.Target.Counts == RateCounts.Archive ? "archive" : "video", rate.Bytes, rate.Deviation, rate.Qp, rate.Passes);
}
