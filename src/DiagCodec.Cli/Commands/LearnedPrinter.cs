using System.Globalization;
using DiagCodec.Coding.Archive;

namespace DiagCodec.Cli.Commands;

/// <summary>What a learned codec's archive says of its model.</summary>
internal static class LearnedPrinter
{
    public static void Print(LearnedSection? learned, TextWriter writer)
    {
        if (learned is not null)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  codec     {learned.Codec}, model {learned.Model}, quality {learned.Quality}, weights {learned.WeightsSha256}"));
        }
    }
}
