namespace DiagCodec.Coding.Tests.Support;

/// <summary>A small bash script in a folder of its own that stands for a program.</summary>
internal sealed class FakeProgram : IDisposable
{
    private const string ReadArguments = """
        #!/bin/bash
        cd "$(dirname "$0")"
        printf '%s\n' "$@" > arguments
        while [ $# -gt 0 ]; do
          case "$1" in --output) output=$2 ;; --stats) stats=$2 ;; --frames) frames=$2 ;; esac
          shift
        done
        report() {
          for ((i = 0; i < ${1:-$frames}; i++)); do
            echo "{\"frame\":$i,\"type\":\"P\",\"qp\":32,\"bits\":80,\"sse\":4,\"psnr\":null,\"ms\":1.5}"
          done > "$stats"
          echo '{"summary":true,"encoder":"fake 1","options":"none"}' >> "$stats"
        }
        video() { printf 'hevc' > "$output"; }

        """;

    private readonly TempFolder _folder = new();

    public FakeProgram(string script)
    {
        Path = _folder.Write("program", ReadArguments + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    public string Path { get; }

    public string[] Arguments => File.ReadAllLines(_folder.File("arguments"));

    public string Argument(string name) => Arguments[Array.IndexOf(Arguments, name) + 1];

    /// <summary>Waits until the script has made the file of that name (with `touch`).</summary>
    public async Task Touched(string name)
    {
        var end = DateTime.UtcNow.AddSeconds(60);
        while (!File.Exists(_folder.File(name)))
        {
            Assert.True(DateTime.UtcNow < end, $"the program has not made {name}");
            await Task.Delay(10);
        }
    }

    /// <summary>The script and its children work in its folder, so that none can hide.</summary>
    public void AssertGone()
    {
        for (var tries = 0; ; tries++)
        {
            var left = Directory.EnumerateDirectories("/proc").Where(p => char.IsAsciiDigit(p[6])).Where(WorksHere).ToArray();
            if (left.Length == 0)
            {
                return;
            }

            Assert.True(tries < 100, $"left behind: {string.Join(", ", left)}");
            Thread.Sleep(50);
        }
    }

    public void Dispose() => _folder.Dispose();

    private bool WorksHere(string process)
    {
        try
        {
            return new DirectoryInfo(System.IO.Path.Combine(process, "cwd")).LinkTarget == _folder.Path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
