using System.Text;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.QpMaps;

public sealed class QpMapFileTests
{
    private static readonly FrameFormat Format = new(130, 70, 8, ChromaFormat.Luma400);

    [Theory]
    [InlineData("m.csv")]
    [InlineData("m.JSON")]
    public void A_file_is_read_as_it_was_written_also_with_a_byte_order_mark(string name)
    {
        using var folder = new TempFolder();
        var map = Maps.Random(5, Format, 3, 32);
        using var writer = new StringWriter();
        QpMapFile.Write(writer, map, name);
        Maps.AssertSame(map, Read(folder.Write(name, writer.ToString())));
        File.WriteAllText(folder.File(name), writer.ToString().ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Maps.AssertSame(map, Read(folder.File(name)));
    }

    [Theory]
    [InlineData("m.txt")]
    [InlineData("m.roi")]
    public void Kvazaars_files_take_frame_QPs_and_block_size_from_the_caller(string name)
    {
        using var folder = new TempFolder();
        var map = QpMapFile.Read(folder.Write(name, "1 1 -4"), Format, 3, i => 20 + i, 16);
        Assert.Equal((16, 9, 5), (map.BlockSize, map.Columns, map.Rows));
        Assert.Equal([16, 17, 18], Enumerable.Range(0, 3).Select(i => map.AbsoluteQp(i, 44)));
    }

    [Fact]
    public void A_map_for_other_frame_sizes_is_refused_with_both_sizes()
    {
        using var folder = new TempFolder();
        Told.Of(() => Read(folder.Write("m.csv", "diagcodec-qp-map,1,64,2,2,3\n1\n1\n1\n")), "2x2 blocks of 64 px", "130x70", "3x2");
    }

    [Fact]
    public void A_map_for_another_number_of_frames_is_refused_with_both_numbers()
    {
        using var folder = new TempFolder();
        Told.Of(() => Read(folder.Write("m.csv", "diagcodec-qp-map,1,64,3,2,2\n1\n1\n")), "2 frames", "3 slices");
    }

    [Theory]
    [InlineData("m.csv")]
    [InlineData("m.json")]
    [InlineData("m.txt")]
    public void An_empty_file_is_refused(string name)
    {
        using var folder = new TempFolder();
        Told.Of(() => Read(folder.Write(name, "")), name);
    }

    [Theory]
    [InlineData("m.csv")]
    [InlineData("m.json")]
    [InlineData("m.txt")]
    public void Random_bytes_are_refused(string name)
    {
        using var folder = new TempFolder();
        for (var seed = 0; seed < 100; seed++)
        {
            var bytes = new byte[seed];
            new Random(seed).NextBytes(bytes);
            Told.Of(() => Read(folder.Write(name, bytes)), name);
        }
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_refused()
    {
        using var folder = new TempFolder();
        Told.Of(() => Read(folder.File("none.csv")), "none.csv", "cannot be read");
        Directory.CreateDirectory(folder.File("d.csv"));
        Told.Of(() => Read(folder.File("d.csv")), "d.csv", "cannot be read");
    }

    [Fact]
    public void Another_ending_is_refused_with_the_endings_there_are()
    {
        using var folder = new TempFolder();
        Told.Of(() => Read(folder.Write("m.xml", "<a/>")), ".csv", ".json", ".txt", ".roi", "'.xml'");
        Assert.Throws<UsageException>(() => QpMapFile.Write(TextWriter.Null, Maps.Random(1, Format, 1, 64), "m"));
    }

    private static QpMap Read(string path) => QpMapFile.Read(path, Format, 3, _ => 30, 64);
}
