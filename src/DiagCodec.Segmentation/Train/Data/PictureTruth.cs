using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>
/// Truth out of pictures that are grey, or whose numbers a palette colours; they are label maps (0, 1, 2 ...) or black and white.
/// Drawing programs soften borders, so that black and white comes with some greys: for a task of one class, a picture that holds more
/// than 0 and one other number, and is no label map, is foreground above half of its range (127 for 8 bits). A mapping that is given is
/// applied to the numbers as they are.
/// </summary>
internal static class PictureTruth
{
    /// <summary>What <see cref="Imaging.Masks.MaskReader"/> takes as pictures too.</summary>
    public static bool IsPicture(string path) => Directory.Exists(path) || PictureSeriesReader.IsPictureName(path);

    /// <param name="path">A grey picture, or a folder of them in slice order.</param>
    /// <param name="image">What it belongs to.</param>
    /// <param name="mapping">To the task's classes.</param>
    /// <param name="classes">Without the background.</param>
    /// <returns>One class number per voxel, in the image's order.</returns>
    /// <exception cref="InvalidInputException">It cannot be read, is of another size, or holds numbers that are no class.</exception>
    public static byte[] Read(string path, Volume image, LabelMapping mapping, int classes)
    {
        var truth = PictureSeriesReader.Read(path, PictureUse.Labels).Volume;
        if ((truth.Columns, truth.Rows, truth.Slices) != (image.Columns, image.Rows, image.Slices))
        {
            throw new InvalidInputException(
                $"{path}: the labels are {truth.Columns}x{truth.Rows}x{truth.Slices}, the image is {image.Columns}x{image.Rows}x{image.Slices}; give labels made on this image");
        }

        if ((long)truth.PixelsPerSlice * truth.Slices > Array.MaxLength)
        {
            throw new InvalidInputException($"{path}: labels of {truth.Columns}x{truth.Rows}x{truth.Slices} are too large; cut image and labels into smaller ones");
        }

        var table = Table(path, truth, mapping, classes);
        var (labels, values) = (new byte[truth.PixelsPerSlice * truth.Slices], new int[truth.PixelsPerSlice]);
        for (var z = 0; z < truth.Slices; z++)
        {
            truth.ReadSlice(z, values);
            for (var i = 0; i < values.Length; i++)
            {
                labels[(z * values.Length) + i] = table[values[i]];
            }
        }

        return labels;
    }

    private static byte[] Table(string path, Volume truth, LabelMapping mapping, int classes)
    {
        var numbers = Numbers(truth);
        var half = ((1 << truth.BitsStored) - 1) / 2;
        var isSoftened = mapping.IsDefault && classes == 1 && numbers.Count(n => n != 0) > 1 && numbers[^1] > half;
        return isSoftened
            ? [.. Enumerable.Range(0, numbers[^1] + 1).Select(n => n > half ? (byte)1 : (byte)0)]
            : mapping.Table(numbers, classes, path);
    }

    /// <summary>The different values, rising.</summary>
    private static int[] Numbers(Volume truth)
    {
        var (isThere, values) = (new bool[ushort.MaxValue + 1], new int[truth.PixelsPerSlice]);
        for (var z = 0; z < truth.Slices; z++)
        {
            truth.ReadSlice(z, values);
            foreach (var value in values)
            {
                isThere[value] = true;
            }
        }

        return [.. Enumerable.Range(0, isThere.Length).Where(n => isThere[n])];
    }
}
