using DiagCodec.Coding.Plans;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Evaluation.Reports.Encode;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Cli.Commands;

/// <summary>The files beside the archive. Their places are taken before the long work starts, so that it is not done in vain.</summary>
internal sealed class EncodeOutputs : IDisposable
{
    private readonly PendingFile? _map;
    private readonly PendingFile? _report;
    private readonly string? _mapPath;

    public EncodeOutputs(EncodeOptions options)
    {
        if (options.DryRun)
        {
            return;
        }

        _mapPath = options.WriteQpMap;
        _map = options.WriteQpMap is { } map ? new PendingFile(map, options.Overwrite) : null;
        try
        {
            _report = options.Report is { } report ? new PendingFile(report, options.Overwrite) : null;
        }
        catch
        {
            _map?.Dispose();
            throw;
        }
    }

    public void WriteMap(QpMap map) => Write(_map, writer => QpMapFile.Write(writer, map, _mapPath!));

    public void WriteReport(EncodeReportData data) => Write(_report, writer => EncodeReport.Write(writer, data));

    public void Dispose()
    {
        _map?.Dispose();
        _report?.Dispose();
    }

    private static void Write(PendingFile? file, Action<TextWriter> write)
    {
        if (file is null)
        {
            return;
        }

        using (var writer = new StreamWriter(file.Stream, leaveOpen: true))
        {
            write(writer);
        }

        file.Commit();
    }
}
