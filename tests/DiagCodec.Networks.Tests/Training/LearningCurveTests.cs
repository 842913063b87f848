using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Tests.Support;
using DiagCodec.Networks.Training;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Networks.Tests.Training;

public sealed class LearningCurveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_is_as_documented()
    {
        using var odd = new OddCulture();
        using (var file = LearningCurveFile.Create(_folder["c.csv"], ["artery", "heart"], overwrite: false))
        {
            file.Append(new EpochRow(1, 100, 12.5, 0.75, 0.5, 0.25, [0.5, null], 0.001));
            file.Append(new EpochRow(3, 300, 40, double.NaN, null, null, [null, null], 1e-7));
        }

        Assert.Equal(
            "epoch,step,seconds,training_loss,validation_loss,learning_rate,dice_mean,dice_artery,dice_heart\n"
            + "1,100,12.5,0.75,0.5,0.001,0.25,0.5,\n"
            + "3,300,40,NaN,,1E-07,,,\n",
            File.ReadAllText(_folder["c.csv"]));
    }

    [Fact]
    public void Numbers_come_back_as_they_were()
    {
        Prop.ForAll<double, double, PositiveInt>((a, b, epoch) =>
        {
            var row = new EpochRow(epoch.Get, epoch.Get * 7L, a, b, a, b, [a, null], b);
            var line = LearningCurveCsv.Header(["x", "y"]) + "\n" + LearningCurveCsv.Line(row) + "\n";
            var read = Assert.Single(LearningCurveCsv.Parse(line, ["x", "y"], "c.csv"));
            Assert.Equal(row with { Dice = default }, read with { Dice = default });
            Assert.Equal(row.Dice.AsEnumerable(), read.Dice);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_resumed_run_goes_on_after_its_checkpoint()
    {
        using (var file = LearningCurveFile.Create(_folder["c.csv"], [], overwrite: false))
        {
            file.Append(Row(1, 0.5));
            file.Append(Row(2, 0.4));
            file.Append(Row(3, 0.3));
        }

        File.AppendAllText(_folder["c.csv"], "4,400,1");
        using (var file = LearningCurveFile.Resume(_folder["c.csv"], [], lastEpoch: 2))
        {
            Assert.Equal([1, 2], file.Curve.Rows.Select(r => r.Epoch));
            file.Append(Row(3, 0.9));
        }

        Assert.Equal([0.5, 0.4, 0.9], LearningCurveFile.Read(_folder["c.csv"], []).Rows.Select(r => r.MeanDice!.Value));
        Assert.Single(Directory.EnumerateFiles(_folder.Root));
    }

    [Fact]
    public void A_file_cut_anywhere_after_its_header_keeps_its_whole_rows()
    {
        var whole = LearningCurveCsv.Header([]) + "\n" + LearningCurveCsv.Line(Row(1, 0.5)) + "\n" + LearningCurveCsv.Line(Row(2, 0.25)) + "\n";
        for (var length = whole.IndexOf('\n') + 1; length <= whole.Length; length++)
        {
            var rows = LearningCurveCsv.Parse(whole[..length], [], "c.csv");
            Assert.Equal(whole[..length].Count(c => c == '\n') - 1, rows.Length);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,2,3\n")]
    [InlineData("HEAD\n1,100,1,1,1,1\n")]
    [InlineData("HEAD\n1,100,1,1,1,1,1,1\n")]
    [InlineData("HEAD\n0,100,1,1,1,1,1\n")]
    [InlineData("HEAD\n-1,100,1,1,1,1,1\n")]
    [InlineData("HEAD\n1,x,1,1,1,1,1\n")]
    [InlineData("HEAD\n1,100,,1,1,1,1\n")]
    [InlineData("HEAD\n1,100,1,1,1,1,x\n")]
    [InlineData("HEAD\n1,100, 1,1,1,1,1\n")]
    [InlineData("HEAD\n2,1,1,1,1,1,1\n2,1,1,1,1,1,1\n")]
    [InlineData("HEAD\n\n")]
    public void Anything_else_is_refused_with_its_line(string text)
    {
        var path = _folder.File("c.csv", Encoding.UTF8.GetBytes(text.Replace("HEAD", LearningCurveCsv.Header([]), StringComparison.Ordinal)));
        Told.Of(() => LearningCurveFile.Read(path, []), "c.csv", "line ");
    }

    [Fact]
    public void The_curve_of_other_classes_is_refused()
    {
        LearningCurveFile.Create(_folder["c.csv"], ["a"], overwrite: false).Dispose();
        Told.Of(() => LearningCurveFile.Resume(_folder["c.csv"], ["b"], 1), "c.csv", "dice_b", "dice_a");
        Assert.Throws<OutputException>(() => LearningCurveFile.Create(_folder["c.csv"], ["a"], overwrite: false));
    }

    [Fact]
    public void Rows_that_do_not_follow_are_the_callers_fault()
    {
        using var file = LearningCurveFile.Create(_folder["c.csv"], [], overwrite: false);
        file.Append(Row(5, 0.5));
        Assert.Throws<ArgumentException>(() => file.Append(Row(5, 0.5)));
        Assert.Throws<ArgumentException>(() => file.Append(Row(6, 0.5) with { Dice = [0.5] }));
        Assert.Throws<ArgumentException>(() => LearningCurveFile.Create(_folder["d.csv"], ["a,b"], overwrite: false));
        Assert.Single(LearningCurveFile.Read(_folder["c.csv"], []).Rows);
    }

    [Fact]
    public void The_best_is_the_first_of_equals()
    {
        var curve = new LearningCurve([], [Row(1, null), Row(2, 0.5), Row(3, double.NaN), Row(4, 0.75), Row(5, 0.75)]);
        Assert.Equal(4, curve.Best!.Epoch);
        Assert.Equal(2, curve.Until(3).Best!.Epoch);
        Assert.Null(curve.Until(1).Best);
    }

    private static EpochRow Row(int epoch, double? dice) => new(epoch, epoch * 100L, epoch, 1, 1, dice, [], 0.001);
}
