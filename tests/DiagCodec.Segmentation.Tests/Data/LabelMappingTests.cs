using DiagCodec.Imaging.Faults;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Tests.Data;

public sealed class LabelMappingTests
{
    [Theory]
    [InlineData("", 3, new[] { 0, 1, 2, 3 }, new byte[] { 0, 1, 2, 3 })]
    [InlineData("", 1, new[] { 0, 255 }, new byte[] { 0, 1 })]
    [InlineData("", 1, new[] { 7 }, new byte[] { 1 })]
    [InlineData("", 1, new[] { 0, 1 }, new byte[] { 0, 1 })]
    [InlineData("", 1, new[] { 0 }, new byte[] { 0 })]
    [InlineData("", 2, new[] { 0, 2 }, new byte[] { 0, 2 })]
    [InlineData("1=1,2=1,*=0", 1, new[] { 0, 1, 2, 3, 200 }, new byte[] { 0, 1, 1, 0, 0 })]
    [InlineData("255=1", 1, new[] { 0, 255 }, new byte[] { 0, 1 })]
    [InlineData("255=1", 1, new[] { 0, 1, 255 }, new byte[] { 0, 1, 1 })]
    [InlineData("*=1", 1, new[] { 0, 5, 60000 }, new byte[] { 0, 1, 1 })]
    [InlineData("0=1, 1 = 0", 1, new[] { 0, 1 }, new byte[] { 1, 0 })]
    [InlineData("2=1,1=2", 2, new[] { 0, 1, 2 }, new byte[] { 0, 2, 1 })]
    public void Numbers_become_classes(string text, int classes, int[] numbers, byte[] expected)
    {
        var table = Mapping(text).Table(numbers, classes, "x.nii");
        Assert.Equal(expected, numbers.Select(n => table[n]));
    }

    [Theory]
    [InlineData("", 2, new[] { 0, 1, 255 }, 255)]
    [InlineData("", 2, new[] { 0, 255 }, 255)]
    [InlineData("", 1, new[] { 0, 1, 2 }, 2)]
    [InlineData("2=1", 1, new[] { 0, 2, 3 }, 3)]
    public void A_number_that_is_no_class_is_named_with_its_file(string text, int classes, int[] numbers, int odd)
    {
        var fault = Assert.Throws<InvalidInputException>(() => Mapping(text).Table(numbers, classes, "x.nii"));
        Assert.StartsWith($"x.nii: holds the number {odd}, ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("1=1,")]
    [InlineData("1")]
    [InlineData("1=")]
    [InlineData("=1")]
    [InlineData("1=1=1")]
    [InlineData("-1=1")]
    [InlineData("+1=1")]
    [InlineData("1.0=1")]
    [InlineData("1=*")]
    [InlineData("1=256")]
    [InlineData("65536=1")]
    [InlineData("99999999999999999999=1")]
    [InlineData("a=1")]
    [InlineData("**=1")]
    [InlineData("１=1")]
    [InlineData("1=1\n2=1")]
    public void What_is_no_mapping_is_refused_in_one_line(string text)
    {
        var fault = Assert.Throws<UsageException>(() => LabelMapping.Parse(text));
        Assert.Contains("expected number=class", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Theory]
    [InlineData("1=1,1=2")]
    [InlineData("1=1,01=2")]
    [InlineData("*=1,*=0")]
    public void A_number_named_twice_is_refused(string text) =>
        Assert.Contains("every number once", Assert.Throws<UsageException>(() => LabelMapping.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var message = Assert.Throws<UsageException>(() => LabelMapping.Parse("a=1,1=1,b=2")).Message;
        Assert.Contains("'a=1'", message, StringComparison.Ordinal);
        Assert.Contains("'b=2'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1=2")]
    [InlineData("*=2")]
    public void A_class_that_the_task_does_not_have_is_refused_even_where_no_file_uses_it(string text) =>
        Assert.Contains("class 2", Assert.Throws<UsageException>(() => Mapping(text).Table([0], 1, "x.nii")).Message, StringComparison.Ordinal);

    private static LabelMapping Mapping(string text) => text.Length == 0 ? LabelMapping.Default : LabelMapping.Parse(text);
}
