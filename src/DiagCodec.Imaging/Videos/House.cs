using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>A house at the horizon: a wall with rows of windows under a roof.</summary>
internal static class House
{
    public static void Paint(Canvas canvas, Land land, double left, PhantomRandom random)
    {
        var (width, height) = (random.Range(26, 90), random.Range(22, 105));
        var (wall, pane) = (random.Range(75, 200), random.Range(-55, 45));
        var (pitch, storey) = (random.Range(8, 14), random.Range(10, 16));
        var (share, roof) = (random.Range(0.4, 0.65), random.Range(2, 7));
        var bottom = land.HorizonAt(left + (width / 2)) + 6;
        var top = bottom - height;
        var soft = canvas.Pixel;
        canvas.Paint(left - 1, top - 1, left + width + 1, bottom + 1, (x, y) =>
        {
            var inside = Math.Min(Math.Min(x - left, left + width - x), Math.Min(y - top, bottom - y));
            var (column, row) = ((x - left) / pitch, (y - top - roof) / storey);
            var (u, v) = (column - Math.Floor(column), row - Math.Floor(row));
            var edge = Math.Min(pitch * Math.Min(u, share - u), storey * Math.Min(v - 0.2, 0.75 - v));
            var window = y - top > roof && bottom - y > 6 ? Math.Clamp(0.5 + (edge / soft), 0, 1) : 0;
            var grey = y - top < roof ? wall - 35 : wall + (window * pane) - (6 * (x - left) / width);
            return (grey, Math.Clamp(0.5 + (inside / soft), 0, 1));
        });
    }
}
