using DiagCodec.Imaging.Faults;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>How much of a data set is kept from the training; the rest is for training.</summary>
/// <param name="Validation">0 to below 1.</param>
/// <param name="Test">0 to below 1; with <paramref name="Validation"/> below 1.</param>
public sealed record SplitShares(double Validation, double Test)
{
    /// <summary>Cases for validation and test of so many: the shares rounded, but one at least of a share above 0.</summary>
    /// <exception cref="UsageException">A share is out of range.</exception>
    /// <exception cref="InvalidInputException">No case would be left for training.</exception>
    public (int Validation, int Test) Of(int cases)
    {
        // Written so that a NaN is refused.
        if (!(Validation is >= 0 and < 1 && Test is >= 0 and < 1 && Validation + Test < 1))
        {
            throw new UsageException(FormattableString.Invariant(
                $"shares: expected validation and test from 0 to below 1, and below 1 together, found {Validation} and {Test}"));
        }

        var (validation, test) = (Count(Validation, cases), Count(Test, cases));
        return validation + test < cases
            ? (validation, test)
            : throw new InvalidInputException(FormattableString.Invariant(
                $"{cases} cases are too few for {validation} of validation, {test} of test and one of training; give more cases or smaller shares"));
    }

    private static int Count(double share, int cases) =>
        share == 0 ? 0 : Math.Max(1, (int)Math.Round(share * cases, MidpointRounding.AwayFromZero));
}
