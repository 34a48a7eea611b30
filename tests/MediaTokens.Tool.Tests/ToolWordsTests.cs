using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.Tests;

public sealed partial class ToolWordsTests
{
    [Theory]
    [InlineData("Use -Detail with this model.", "Use --detail with this model.")]
    [InlineData("Get-MediaTokenModel shows what each one takes.", "'mediatokens models' shows what each one takes.")]
    [InlineData("List the models with Get-MediaTokenModel or 'mediatokens models', or ...", "List the models with 'mediatokens models', or ...")]
    [InlineData("Get-MediaTokenEngine shows them all.", "'mediatokens engines' shows them all.")]
    [InlineData("Use -Force, or choose another -Destination (-InPlace).", "Use --force, or choose another --destination (--in-place).")]
    [InlineData("Raise -MaxBytes.", "Raise --max-bytes.")]
    [InlineData("Add -Recurse (--recurse), or ...", "Add --recurse, or ...")]
    [InlineData("'a -Force.jpg' is there already: its owner's -Force.", "'a -Force.jpg' is there already: its owner's --force.")]
    [InlineData("Add -AllowPrivateNetwork (--allow-private-network), or allow more time with -TimeoutSec (--timeout).", "Add --allow-private-network, or allow more time with --timeout.")]
    [InlineData("Compare them with Compare-MediaTokenModel.", "Compare them with 'mediatokens compare'.")]
    [InlineData("Send it with Invoke-VisionRequest, as New-VisionRequest makes it.", "Send it with 'mediatokens send', as 'mediatokens request' makes it.")]
    [InlineData("A pre-Intel file of 2025-May, -1 or -x.", "A pre-Intel file of 2025-May, -1 or -x.")]
    public void Messages_are_in_the_words_of_the_tool(string message, string expected) => Assert.Equal(expected, ToolWords.Translate(message));

    [Theory]
    [InlineData("/a/b.heic", "/a/b.heic", "/a/b.heic")]
    [InlineData("/a -Force/it''s.heic", @"/a -Force/it'\''s.heic", "/a -Force/it's.heic")]
    [InlineData("/a/it\u2019\u2019s.heic", "/a/it\u2019s.heic", "/a/it\u2019s.heic")]
    public void A_command_of_PowerShell_becomes_one_of_the_tool(string path, string onUnix, string onWindows)
    {
        string quoted = OperatingSystem.IsWindows() ? $"\"{onWindows}\"" : $"'{onUnix}'";
        Assert.Equal(
            $"mediatokens optimize {quoted} --destination upload --model gpt-4o --detail High --allow-partial",
            ToolWords.Translate($"Optimize-ImageForVision -LiteralPath '{path}' -Destination upload -Model gpt-4o -Detail High -AllowPartial"));
    }

    [Fact]
    public void No_message_of_the_core_keeps_a_word_of_the_cmdlets()
    {
        string[] texts = [.. Literals(typeof(MediaException).Assembly.Location)];
        Assert.Contains("Raise -MaxBytes.", texts);
        // A command for PowerShell, which Test-MediaForVision recommends.
        Assert.DoesNotContain(
            texts.Where(text => !text.Contains("-LiteralPath", StringComparison.Ordinal)).Select(ToolWords.Translate),
            text => CmdletWord().IsMatch(text));
    }

    private static IEnumerable<string> Literals(string assembly)
    {
        using PEReader file = new(File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        for (UserStringHandle handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            yield return metadata.GetUserString(handle);
        }
    }

    [GeneratedRegex(@"(?<![\w-])-[A-Z][a-z]|\b(?:Add|Compare|Get|Invoke|New|Optimize|Rename|Set|Test)-[A-Z]")]
    private static partial Regex CmdletWord();
}
