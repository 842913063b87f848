using DiagCodec.Networks.Models;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Networks.Tests.Models;

public sealed class ModelNameTests
{
    [Theory]
    [InlineData("models/Codec of mine/", "codec-of-mine")]
    [InlineData("models/xca.v2", "xca-v2")]
    [InlineData("---", "codec")]
    public void A_folder_gives_a_name(string folder, string name) => Assert.Equal(name, ModelName.OfFolder(folder, "codec"));

    [Fact]
    public void Whatever_the_folder_is_called_the_name_is_one() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(f => f?.Contains('\0', StringComparison.Ordinal) == false),
        folder => ModelName.IsValid(ModelName.OfFolder(Path.Combine("models", "a" + folder), "codec"))).QuickCheckThrowOnFailure();
}
