using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Allocation.Tests;

public sealed class AllocatorTests
{
    private static readonly FrameFormat Format = new(130, 70, 12, ChromaFormat.Luma400);

    [Fact]
    public void The_uniform_map_follows_from_the_base_QP_for_every_structure_and_size()
    {
        Prop.ForAll<byte, byte, byte>((qp, frames, size) =>
        {
            foreach (var gop in GopStructure.All)
            {
                foreach (var block in QpMap.BlockSizes)
                {
                    var format = Format with { Width = 64 + size };
                    var request = new AllocationRequest(format, 1 + frames, qp % 52, gop, block);
                    var map = new UniformAllocator().Allocate(request);
                    Assert.Equal((block, QpMap.BlocksAcross(format.Width, block), QpMap.BlocksAcross(70, block)), (map.BlockSize, map.Columns, map.Rows));
                    Assert.Equal(1 + frames, map.Frames.Length);
                    Assert.True(new CodingPlan("uniform", qp % 52, gop.Name, EncoderPreset.Fast, map).FollowsFromBaseQp());
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Allocators_have_the_names_of_the_command_line()
    {
        Assert.Equal(["uniform", "map-file"], ((IBitAllocator[])[new UniformAllocator(), new MapFileAllocator("m.csv")]).Select(a => a.Name));
    }

    [Fact]
    public void A_map_file_brings_its_own_frame_QPs_and_block_size()
    {
        WithFile("m.csv", "diagcodec-qp-map,1,32,5,3,2\n20\n21\n", path =>
        {
            var map = new MapFileAllocator(path).Allocate(new AllocationRequest(Format, 2, 32, GopStructure.Flat, 64));
            Assert.Equal((32, 20, 21), (map.BlockSize, map.AbsoluteQp(0, 0), map.AbsoluteQp(1, 14)));
        });
    }

    [Fact]
    public void Offsets_of_a_kvazaar_file_are_added_to_the_structures_frame_QPs()
    {
        WithFile("m.txt", "1 1 -3", path =>
        {
            var map = new MapFileAllocator(path).Allocate(new AllocationRequest(Format, 3, 32, GopStructure.LowDelay8, 64));
            Assert.Equal([28, 37, 36], Enumerable.Range(0, 3).Select(i => map.AbsoluteQp(i, 5)));
        });
    }

    [Fact]
    public void A_map_file_that_is_missing_or_for_other_frames_is_refused()
    {
        var request = new AllocationRequest(Format, 2, 32, GopStructure.Flat, 64);
        Assert.Throws<InvalidInputException>(() => new MapFileAllocator("/nowhere/m.csv").Allocate(request));
        WithFile("m.csv", "diagcodec-qp-map,1,64,3,2,1\n20\n", path =>
            Assert.Throws<InvalidInputException>(() => new MapFileAllocator(path).Allocate(request)));
    }

    private static void WithFile(string name, string text, Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory("allocation-tests-").FullName;
        try
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            test(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
