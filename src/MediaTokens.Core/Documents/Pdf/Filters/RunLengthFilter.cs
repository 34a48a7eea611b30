namespace MediaTokens.Documents.Pdf.Filters;

/// <summary>
/// RunLengthDecode (ISO 32000-1, 7.4.5): a length of 0 to 127 is followed by so many bytes and one; 129 to 255 by one byte, which
/// stands for 257 less the length; 128 ends the data.
/// </summary>
internal static class RunLengthFilter
{
    private const int End = 128;

    public static void Decode(ReadOnlySpan<byte> input, BoundedBuffer output)
    {
        Span<byte> run = stackalloc byte[End];
        while (input.Length > 1 && input[0] != End && !output.IsOverfull)
        {
            int length = input[0];
            if (length < End)
            {
                int count = Math.Min(length + 1, input.Length - 1);
                output.Add(input.Slice(1, count));
                input = input[(count + 1)..];
            }
            else
            {
                run[..(257 - length)].Fill(input[1]);
                output.Add(run[..(257 - length)]);
                input = input[2..];
            }
        }
    }
}
