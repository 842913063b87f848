using System.Text.Json;
using DiagCodec.Benchmarks.Bench;
using DiagCodec.Benchmarks.Latency;
using DiagCodec.Benchmarks.Learned;
using DiagCodec.Benchmarks.Policies;
using DiagCodec.Benchmarks.Training;

namespace DiagCodec.Benchmarks;

/// <summary>Rows as a Markdown table or as JSON, on standard output.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Layout = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static void Print(IReadOnlyList<EncodeRow> rows, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, Layout));
            return;
        }

        Console.WriteLine("| preset | slices | diagcodec s | encoder s | ratio | diagcodec CPU s | encoder CPU s | diagcodec peak MB | encoder peak MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var (preset, slices, ours, theirs) in rows)
        {
            Console.WriteLine(
                $"| {preset} | {slices} | {ours.Seconds:0.00} | {theirs.Seconds:0.00} | {ours.Seconds / theirs.Seconds:0.000} "
                + $"| {ours.CpuSeconds:0.00} | {theirs.CpuSeconds:0.00} | {ours.PeakMegabytes:0} | {theirs.PeakMegabytes:0} |");
        }
    }

    public static void Print(IReadOnlyList<MemoryRow> rows, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, Layout));
            return;
        }

        Console.WriteLine("| slices | volume MB | peak MB | peak beside the volume MB |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var row in rows)
        {
            Console.WriteLine($"| {row.Slices} | {row.VolumeMegabytes:0} | {row.DiagCodec.PeakMegabytes:0} | {row.BesideVolumeMegabytes:0} |");
        }
    }

    public static void Print(IReadOnlyList<TrainingRow> rows, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, Layout));
            return;
        }

        Console.WriteLine("| threads | batch | size | steps | C# s | C++ s | throughput C# / C++ | loss difference |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            Console.WriteLine(
                $"| {row.Threads} | {row.Batch} | {row.Size} | {row.Steps} | {row.Binding:0.0000} | {row.Native:0.0000} | {row.Ratio:0.000} "
                + $"| {row.LossDifference:0.000000} |");
        }
    }

    public static void Print(BenchRow row, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(row, Layout));
            return;
        }

        Console.WriteLine("| points | stages s | bench s | ratio | ms a point beside the stages | ms a point of a second run |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Console.WriteLine(
            $"| {row.Points} | {row.Stages:0.000} | {row.Bench:0.000} | {row.Ratio:0.000} | {row.MillisecondsBeside:0.0} | {1000 * row.Again / row.Points:0.0} |");
    }

    public static void Print(AgentsRow row, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(row, Layout));
            return;
        }

        Console.WriteLine("| frames | size | threads | runs | states and agents s | states alone s | CPU s | of states |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        Console.WriteLine($"| {row.Frames} | {row.Size} | {row.Threads} | {row.Runs} | {row.Whole:0.000} | {row.States:0.000} | {row.WholeCpu:0.000} | {row.StatesCpu:0.000} |");
    }

    public static void Print(IReadOnlyList<LatencyRow> rows, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, Layout));
            return;
        }

        Console.WriteLine("| way | volume MB | sent MB | transfer s | compression s | reconstruction s | segmentation s | total s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            Console.WriteLine(
                $"| {row.Way} | {row.VolumeBytes / 1e6:0.0} | {row.SentBytes / 1e6:0.000} | {row.TransferSeconds:0.000} | {row.CompressionSeconds:0.000} "
                + $"| {row.ReconstructionSeconds:0.000} | {row.SegmentationSeconds:0.000} | {row.TotalSeconds:0.000} |");
        }
    }

    public static void Print(LearnedRow row, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(row, Layout));
            return;
        }

        Console.WriteLine("| codec | N | M | size | threads | runs | encode ms | decode ms | of these latents ms | encode kMAC a pixel | decode kMAC a pixel |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        Console.WriteLine(
            $"| {row.Codec} | {row.Width} | {row.Latent} | {row.Size} | {row.Threads} | {row.Runs} | {row.Encode:0} | {row.Decode:0} | {row.Latents:0} "
            + $"| {row.EncodeMacs / 1000:0.00} | {row.DecodeMacs / 1000:0.00} |");
    }
}
