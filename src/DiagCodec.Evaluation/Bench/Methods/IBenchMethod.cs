using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>A codec under test: an <see cref="IImageMethod"/> or an <see cref="ILabelMethod"/>. May be used by several threads at a time; programs it runs keep to one thread, because the bench runs points side by side.</summary>
public interface IBenchMethod
{
    MethodFacts Facts { get; }

    /// <summary>
    /// Program, version and every option in force but the parameter: results are kept under it, so whatever changes a stream must change it. One line, without paths.
    /// </summary>
    /// <exception cref="ToolException">The program is missing; the message says how to get it.</exception>
    Task<string> IdentityAsync(CancellationToken cancellation);

    /// <summary>Writes the coded case into a folder, which is all that a decoder gets.</summary>
    /// <param name="input">Prepared as <see cref="MethodFacts.BitDepth"/> and <see cref="MethodFacts.IsWindowed"/> ask.</param>
    /// <param name="parameter">One of the method's grid.</param>
    /// <param name="folder">Exists, is empty, and is this run's own.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="ToolException">The program failed.</exception>
    /// <exception cref="UsageException">The case cannot be coded at this parameter, such as a size that is out of reach.</exception>
    /// <exception cref="OutputException">The folder, or the place for temporary files, is full or cannot be written.</exception>
    Task<CodedCase> EncodeAsync(BenchInput input, double parameter, string folder, CancellationToken cancellation);
}
