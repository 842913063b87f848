using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Formats;

/// <summary>The user's language changes neither files nor numbers.</summary>
public sealed class CultureTests
{
    [Fact]
    public async Task A_german_environment_changes_nothing()
    {
        using var scratch = new Scratch();
        var input = SmallInputs.Nifti(scratch);
        var text = new Dictionary<string, string>();
        foreach (var language in (string[])["C", "de_DE.UTF-8"])
        {
            var environment = new Dictionary<string, string> { ["LC_ALL"] = language, ["LANG"] = language };
            var archive = scratch.Path($"{language}.dgc");
            string[] options = ["--window", "40.5/400.25", "--preset", "fast"];
            (await CliProcess.RunAsync(environment, ["encode", input, "-o", archive, .. options])).ShouldSucceed();
            text[language] = (await CliProcess.RunAsync(environment, "info", archive)).ShouldSucceed().Out.Replace(archive, "", StringComparison.Ordinal);
            text[language] += (await CliProcess.RunAsync(environment, "verify", archive, "--against", input)).ShouldSucceed().Out.Replace(archive, "", StringComparison.Ordinal);
        }

        Assert.Equal(Folders.Hash(scratch.Path("C.dgc")), Folders.Hash(scratch.Path("de_DE.UTF-8.dgc")));
        Assert.Equal(text["C"], text["de_DE.UTF-8"]);
    }
}
