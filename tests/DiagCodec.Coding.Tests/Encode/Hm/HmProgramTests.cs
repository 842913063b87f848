using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Encode.Hm;

[Collection(ProcessTests.Name)]
public sealed class HmProgramTests
{
    [Fact]
    public void The_path_given_goes_before_the_variable_and_that_before_PATH()
    {
        using var folder = new TempFolder();
        var (given, variable, path) = (Program(folder, "mine"), Program(folder, "theirs"), Program(folder, "TAppEncoderStatic"));
        using var places = new Places(variable, $"/nowhere:{folder.Path}");
        Assert.Equal(given, HmProgram.Find(given));
        Assert.Equal(variable, HmProgram.Find(null));
        Environment.SetEnvironmentVariable(HmProgram.Variable, null);
        Assert.Equal(path, HmProgram.Find(null));
        Assert.Equal(Program(folder, "TAppEncoder"), HmProgram.Find(""));
    }

    [Fact]
    public void Without_HM_it_is_said_how_to_name_it()
    {
        using var places = new Places(null, "/nowhere");
        Assert.Null(HmProgram.TryFind(null));
        var e = Assert.Throws<ToolException>(() => HmProgram.Find(null));
        Assert.All(["--hm-path", "DIAGCODEC_HM", "docs/hm.md"], p => Assert.Contains(p, e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_leads_to_no_program_is_a_fault_even_where_PATH_has_one()
    {
        using var folder = new TempFolder();
        Program(folder, "TAppEncoder");
        var plain = folder.Write("plain", "");
        using var places = new Places(plain, folder.Path);
        Assert.Contains("DIAGCODEC_HM", Assert.Throws<ToolException>(() => HmProgram.TryFind(null)).Message, StringComparison.Ordinal);
        Assert.Contains("is not executable", Assert.Throws<ToolException>(() => HmProgram.Find(plain)).Message, StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<ToolException>(() => HmProgram.Find("/nowhere/HM")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo; echo 'HM software: Encoder Version [16.25] (including RExt)[Linux]'; echo options; exit 1", "16.25")]
    [InlineData("echo nothing", null)]
    [InlineData("exit 1", null)]
    public async Task The_version_is_asked_for_without_arguments(string script, string? version)
    {
        using var program = new FakeProgram(script);
        if (version is null)
        {
            var e = await Assert.ThrowsAsync<ToolException>(() => HmVersion.AskAsync(program.Path, CancellationToken.None));
            Assert.Contains("says no version", e.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(version, await HmVersion.AskAsync(program.Path, CancellationToken.None));
        }

        program.AssertGone();
    }

    private static string Program(TempFolder folder, string name)
    {
        var path = folder.Write(name, "#!/bin/sh\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>Where HM is sought, as it was again afterwards.</summary>
    private sealed class Places : IDisposable
    {
        private readonly string? _variable = Environment.GetEnvironmentVariable(HmProgram.Variable);
        private readonly string? _path = Environment.GetEnvironmentVariable("PATH");

        public Places(string? variable, string path)
        {
            Environment.SetEnvironmentVariable(HmProgram.Variable, variable);
            Environment.SetEnvironmentVariable("PATH", path);
        }

        public void Dispose()
        {
            Environment.SetEnvironmentVariable(HmProgram.Variable, _variable);
            Environment.SetEnvironmentVariable("PATH", _path);
        }
    }
}
