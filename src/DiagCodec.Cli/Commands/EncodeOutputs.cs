using DiagCodec.Coding.Plans;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Evaluation.Reports.Encode;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Cli.Commands;

/// <summary>The files beside the archive. Their places are taken before the long work starts, so that it is not done in vain.</summary>
internal sealed class EncodeOutputs : IDisposable
{
    private readonly PendingFile? _map;
    private readonly PendingFile? _report;
    private readonly EncodeOptions _options;

    public EncodeOutputs(EncodeOptions options)
    {
        _options = options;
        if (options.DryRun)
        {
            return;
        }

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

    public void WriteMap(QpMap map) => Write(_map, _options.WriteQpMap, writer => QpMapFile.Write(writer, map, _options.WriteQpMap!));

    public void WriteReport(EncodeReportData data) => Write(_report, _options.Report, writer => EncodeReport.Write(writer, data));

    public void Dispose()
    {
        _map?.Dispose();
        _report?.Dispose();
    }

    private static void Write(PendingFile? file, string? path, Action<TextWriter> write)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            using var writer = new StreamWriter(file.Stream, leaveOpen: true);
            write(writer);
        }
        catch (IOException e)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message}; the archive was written all the same", e);
        }

        file.Commit();
    }
}
