using System.Diagnostics;
using System.Globalization;

namespace DiagCodec.Benchmarks.Training;

/// <summary>The C++ side: a process that makes one step for every line.</summary>
internal sealed class UNetProgram : IDisposable
{
    private readonly Process _process;

    public UNetProgram(int threads, int batch, int size)
    {
        string[] words = [.. new[] { threads, batch, size }.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        _process = Process.Start(new ProcessStartInfo(Build(), words) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    public TrainingStep Step()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
        var words = (_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("unet-step ended early")).Split(' ');
        return new TrainingStep(double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Build()
    {
        var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../.."));
        var folder = Path.Combine(root, "artifacts/native/torch-bench");
        Run("cmake", "-S", Path.Combine(root, "src/TorchSharp/native"), "-B", folder, "-DCMAKE_BUILD_TYPE=Release", "-DTORCH_SHIM_BENCH=ON");
        Run("cmake", "--build", folder, "--target", "unet-step");
        return Path.Combine(folder, "unet-step");
    }

    private static void Run(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', words)}: exit code {process.ExitCode}");
        }
    }
}
