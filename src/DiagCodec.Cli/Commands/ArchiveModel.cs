using System.CommandLine;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Decode;
using DiagCodec.LearnedCodecs.Archives;
using DiagCodec.LearnedCodecs.Files;

namespace DiagCodec.Cli.Commands;

/// <summary>The options of commands that decode, for archives of learned codecs.</summary>
internal sealed class ArchiveModel
{
    private readonly Option<string?> _model = new("--model")
    {
        Description = "For learned codecs: the model, by name or folder. Default: the one that the archive names.",
        HelpName = "NAME|DIR",
    };

    private readonly Option<string> _device = CommonOptions.Device();

    public void AddTo(Command command)
    {
        command.Add(_model);
        command.Add(_device);
    }

    /// <summary>Null where none was named.</summary>
    public string? NameIn(ParseResult parsed) => parsed.GetValue(_model);

    /// <summary>cpu or cuda.</summary>
    public string DeviceIn(ParseResult parsed) => parsed.GetRequiredValue(_device);

    /// <summary>What decodes an archive, HEVC's decoder or a model.</summary>
    public Func<Manifest, IStreamDecoder> Decoder(ParseResult parsed)
    {
        var (model, device) = (NameIn(parsed), DeviceIn(parsed));
        return manifest => manifest.Video.Learned is null
            ? new HevcDecoder()
            : new LearnedDecoder(learned => CodecCatalogue.Standard().Open(model ?? learned.Model), device);
    }
}
