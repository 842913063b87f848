namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>Says what is wrong with an environment before anybody learns from it.</summary>
public static class EnvironmentCheck
{
    /// <returns>One line for every fault; none: it is sound.</returns>
    public static IEnumerable<string> Faults(ClipTable table)
    {
        if (table.OwnVoxels == 0)
        {
            yield return "the network finds nothing in the uncompressed slices, so that no QP can cost a diagnosis; learn from another case";
        }

        if (table.TruthVoxels == 0)
        {
            yield return "the truth holds nothing of the classes that are diagnosed";
        }

        var uniform = table.Plans.Where(p => p.Key.Foreground == p.Key.Background).OrderBy(p => p.Key.Foreground).ToArray();
        foreach (var (finer, coarser) in uniform.Zip(uniform.Skip(1)))
        {
            if (finer.Value.Bits.Sum() <= coarser.Value.Bits.Sum())
            {
                yield return FormattableString.Invariant($"QP {coarser.Key.Foreground} takes as many bits as QP {finer.Key.Foreground}: {coarser.Value.Bits.Sum()} and {finer.Value.Bits.Sum()}");
            }
        }

        var (least, most) = (uniform[0].Value.OwnErrors.Sum(), uniform[^1].Value.OwnErrors.Sum());
        if (least >= most && table.OwnVoxels > 0)
        {
            yield return FormattableString.Invariant($"the coarsest QP costs the network no more than the finest ({most} and {least} voxels): there is nothing to learn");
        }

        foreach (var (span, figures) in table.Plans)
        {
            if (figures.Bits.Length != table.Frames || figures.OwnErrors.Length != table.Frames || figures.TruthErrors.Length != table.Frames || figures.Bits.Any(b => b <= 0))
            {
                yield return FormattableString.Invariant($"the figures of QPs {span.Foreground} and {span.Background} are not of {table.Frames} frames with bits");
            }
        }
    }
}
