using System.Text;
using MediaTokens.Catalog;
using MediaTokens.Requests;
using MediaTokens.Tool.Sending;

namespace MediaTokens.Tool.Tests;

/// <summary>Bodies whose files change between the look at them and the writing.</summary>
public sealed class BodyWriterTests : IDisposable
{
    private readonly Workspace _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_body_that_breaks_off_is_taken_back_from_a_file()
    {
        using FileStream output = new(_files["out.jsonl"], FileMode.CreateNew);
        string[] lines = WriteThree(output);
        output.Position = 0;
        using StreamReader reader = new(output);
        Assert.Equal(string.Concat(lines), reader.ReadToEnd());
    }

    [Fact]
    public void A_body_that_breaks_off_ends_its_line_where_it_cannot_be_taken_back()
    {
        using MemoryStream bytes = new();
        using UnseekableStream output = new(bytes);
        string[] lines = WriteThree(output);
        string[] written = Encoding.UTF8.GetString(bytes.ToArray()).Split('\n');
        Assert.Equal([lines[0].TrimEnd(), lines[1].TrimEnd()], [written[0], written[2]]);
        Assert.Equal(4, written.Length);
    }

    /// <summary>Writes three bodies, of which the second has lost its file; gives the lines of the others.</summary>
    private string[] WriteThree(Stream output)
    {
        VisionRequestBuilder builder = new(new("gpt-4o", ModelCatalog.Default.Resolve("gpt-4o")), new());
        VisionRequest Request(string name) => builder.Build([builder.FromFile(_files.Add(name), null, null, default)]);
        VisionRequest first = Request("a.jpg"), lost = Request("b.jpg"), last = Request("c.jpg");
        File.Delete(_files["b.jpg"]);
        BodyWriter writer = new(output, default);
        writer.Write(first);
        Assert.Equal(MediaErrorId.FileNotFound, Assert.Throws<MediaException>(() => writer.Write(lost)).Id);
        writer.Write(last);
        Assert.Equal(2, writer.Count);
        return [first.ToJson() + "\n", last.ToJson() + "\n"];
    }

    private sealed class UnseekableStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
