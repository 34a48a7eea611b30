using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Responses;

namespace MediaTokens.Core.Tests.Requests.Referee;

/// <summary>The official library, which writes its bodies to nowhere but here.</summary>
internal static class OpenAILibrary
{
    public static (string Address, string Body) Chat(string model, ChatCompletionOptions options, params ChatMessage[] messages) => Sent((key, transport, retries) =>
        new ChatClient(model, key, new OpenAIClientOptions { Transport = transport, RetryPolicy = retries }).CompleteChat(messages, options));

    public static (string Address, string Body) Respond(CreateResponseOptions options) => Sent((key, transport, retries) =>
        new ResponsesClient(key, new ResponsesClientOptions { Transport = transport, RetryPolicy = retries }).CreateResponse(options));

    private static (string Address, string Body) Sent(Action<ApiKeyCredential, PipelineTransport, ClientRetryPolicy> send)
    {
        using Catcher catcher = new();
        using HttpClient client = new(catcher);
        using HttpClientPipelineTransport transport = new(client);
        try
        {
            send(new("none"), transport, new(maxRetries: 0));
        }
        catch (ClientResultException exception) when (exception.Status == (int)HttpStatusCode.Gone)
        {
            return (catcher.Address!, catcher.Body!);
        }

        throw new InvalidOperationException("The library took no answer for one.");
    }

    private sealed class Catcher : HttpMessageHandler
    {
        public string? Address { get; private set; }

        public string? Body { get; private set; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using MemoryStream body = new();
            request.Content!.CopyTo(body, null, cancellationToken);
            (Address, Body) = (request.RequestUri!.AbsoluteUri, System.Text.Encoding.UTF8.GetString(body.ToArray()));
            return new(HttpStatusCode.Gone) { RequestMessage = request };
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}
