using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Tests.Data;

public sealed class RealCasesTests
{
    [SkippableFact]
    public void Coronary_angiograms_are_35_pairs_of_pictures()
    {
        var cases = CaseFinder.Find(RealData.Require("xca-coronary"));
        Assert.Equal(35, cases.Length);
        Assert.Equal(["2", "3", "4"], cases.Take(3).Select(c => c.Name));
        Assert.Equal("40", cases[^1].Name);
        var foreground = cases.ToDictionary(c => c.Name, c => Foreground(c, 300, 300, 1));
        Assert.Equal(3661, foreground["10"]);

        // Its borders hold greys 1 to 12 and some above 127: 9815 white pixels and 8 nearly so.
        Assert.Equal(9823, foreground["29"]);
        Assert.All(foreground.Values, count => Assert.InRange(count, 3000, 10000));
    }

    [SkippableFact]
    public void Sarcomas_are_20_pairs_under_their_own_names()
    {
        var cases = CaseFinder.Find(RealData.Require("sts-nifti"), CaseLayout.Parse(CaseLayout.PairExample));
        Assert.Equal(20, cases.Length);
        Assert.Equal(("STS_001", "STS_051"), (cases[0].Name, cases[^1].Name));
        (int Columns, int Rows, int Slices)[] sizes = [(198, 202, 59), (154, 158, 51), (173, 183, 85)];
        foreach (var (source, size) in cases.Zip(sizes))
        {
            Assert.InRange(Foreground(source, size.Columns, size.Rows, size.Slices), 1000, size.Columns * size.Rows * size.Slices / 2);
        }
    }

    [SkippableFact]
    public void A_DICOM_segmentation_of_a_DICOM_folder_is_a_case()
    {
        var source = new TrainingSource("liver", RealData.Require("ct-seg-dicom-dcmqi", "ct-3slice"), RealData.Require("ct-seg-dicom-dcmqi", "liver.dcm"));
        Assert.Equal(107098, Foreground(source, 512, 512, 3));
    }

    private static int Foreground(TrainingSource source, int columns, int rows, int slices)
    {
        var read = CaseReader.Read(source, LabelMapping.Default, TestTask.Of(1), default);
        Assert.Equal((columns, rows, slices), (read.Truth.Columns, read.Truth.Rows, read.Truth.Slices));
        Assert.Equal((columns, rows, slices), (read.Series.Volume.Columns, read.Series.Volume.Rows, read.Series.Volume.Slices));
        return read.Truth.Labels.ToArray().Count(l => l == 1);
    }
}
