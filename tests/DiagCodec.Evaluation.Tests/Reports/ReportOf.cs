using DiagCodec.Allocation;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Reports.Encode;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Evaluation.Tests.Reports;

/// <summary>Encodes a series with <see cref="QuantisingEncoder"/>, as the program would, for the report about it.</summary>
internal static class ReportOf
{
    public static async Task<EncodeReportData> DataAsync(ImageSeries series, int step = 8, bool withMap = false, (double, double)? window = null, string command = "encode --qp 30")
    {
        var prepared = PreparedSeries.Of(series, null, window, null);
        var request = new AllocationRequest(prepared.Frames.Format, prepared.Frames.Count, 30, GopStructure.Flat, 32);
        var map = new UniformAllocator().Allocate(request);
        if (withMap)
        {
            map = map with { Frames = [.. map.Frames.Select(f => f with { Offsets = [.. Enumerable.Range(0, map.BlocksPerFrame).Select(b => (sbyte)(b % 5 - 2))] })] };
        }

        var plan = new CodingPlan(withMap ? "map-file" : "uniform", 30, "flat", EncoderPreset.Balanced, map);
        var sampler = new ReconstructionSampler(prepared);
        var folder = Directory.CreateTempSubdirectory("diagcodec-test-");
        try
        {
            var settings = new EncodeSettings { Tool = "diagcodec test", Command = command, OnReconstruction = sampler.Take };
            var result = await new SeriesEncoder(new QuantisingEncoder(step)).EncodeAsync(prepared, plan, Path.Combine(folder.FullName, "a.dgc"), settings, default);
            return new EncodeReportData(prepared, plan, result, sampler, TimeSpan.FromSeconds(1.5));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static string Page(EncodeReportData data)
    {
        using var writer = new StringWriter();
        EncodeReport.Write(writer, data);
        return writer.ToString();
    }
}
