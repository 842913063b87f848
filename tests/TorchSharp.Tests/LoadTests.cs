using TorchSharp.Interop;

namespace TorchSharp.Tests;

public class LoadTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_missing_or_broken_library_is_named_with_what_helps(bool broken)
    {
        var folder = Directory.CreateTempSubdirectory("torch-shim-").FullName;
        try
        {
            if (broken)
            {
                File.WriteAllText(Path.Combine(folder, "torch-shim.so"), "no library");
            }

            var fault = Assert.Throws<DllNotFoundException>(() => Shim.Load(folder));
            Assert.StartsWith("libtorch is not here; scripts/setup installs it (", fault.Message, StringComparison.Ordinal);
            Assert.Contains("torch-shim.so", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', fault.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
