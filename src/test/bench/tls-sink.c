/*
 * Takes mail with STARTTLS and throws it away, as smtp-sink does without: a thread a connection, answers in one write.
 * cc -O2 -o tls-sink tls-sink.c -lssl -lcrypto -lpthread ; tls-sink PORT CERTIFICATE KEY
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static SSL_CTX *context;

struct line {
    int socket;
    SSL *tls;
    char in[1 << 17], out[4096];
    int from, to, said;
};

static int flush(struct line *l) {
    int ok = l->said == 0 || (l->tls ? SSL_write(l->tls, l->out, l->said) : write(l->socket, l->out, l->said)) == l->said;
    l->said = 0;
    return ok;
}

static void say(struct line *l, const char *words) {
    int length = strlen(words);
    if (l->said + length > (int) sizeof l->out) flush(l);
    memcpy(l->out + l->said, words, length);
    l->said += length;
}

/* More input, behind what is there; answers leave before it is waited for. */
static int hear(struct line *l) {
    if (!flush(l)) return 0;
    if (l->from > 0) {
        memmove(l->in, l->in + l->from, l->to - l->from);
        l->to -= l->from;
        l->from = 0;
    }
    if (l->to == sizeof l->in) return 0;
    int got = l->tls ? SSL_read(l->tls, l->in + l->to, sizeof l->in - l->to) : read(l->socket, l->in + l->to, sizeof l->in - l->to);
    if (got > 0) l->to += got;
    return got > 0;
}

/* A line without its end, or null where the client has gone. */
static char *command(struct line *l) {
    for (;;) {
        char *end = memchr(l->in + l->from, '\n', l->to - l->from);
        if (end) {
            char *begin = l->in + l->from;
            l->from = end + 1 - l->in;
            *end = 0;
            return begin;
        }
        if (!hear(l)) return NULL;
    }
}

/* A mail, up to its final dot. */
static int mail(struct line *l) {
    for (;;) {
        char *end = memmem(l->in + l->from, l->to - l->from, "\r\n.\r\n", 5);
        if (end) {
            l->from = end + 5 - l->in;
            return 1;
        }
        if (l->to - l->from > 4) l->from = l->to - 4;
        if (!hear(l)) return 0;
    }
}

static void *serve(void *of) {
    struct line *l = of;
    char *words;
    say(l, "220 sink ESMTP\r\n");
    while ((words = command(l))) {
        if (!strncasecmp(words, "EHLO", 4)) {
            say(l, l->tls ? "250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n" : "250-sink\r\n250-PIPELINING\r\n250-STARTTLS\r\n250 8BITMIME\r\n");
        } else if (!strncasecmp(words, "STARTTLS", 8)) {
            say(l, "220 go ahead\r\n");
            if (!flush(l)) break;
            l->tls = SSL_new(context);
            SSL_set_fd(l->tls, l->socket);
            if (SSL_accept(l->tls) != 1) break;
        } else if (!strncasecmp(words, "DATA", 4)) {
            say(l, "354 go ahead\r\n");
            if (!mail(l)) break;
            say(l, "250 2.0.0 Ok\r\n");
        } else if (!strncasecmp(words, "QUIT", 4)) {
            say(l, "221 bye\r\n");
            flush(l);
            break;
        } else {
            say(l, "250 Ok\r\n");
        }
    }
    if (l->tls) SSL_free(l->tls);
    close(l->socket);
    free(l);
    return NULL;
}

int main(int n, char **words) {
    int one = 1, listening = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(atoi(words[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    signal(SIGPIPE, SIG_IGN);
    context = SSL_CTX_new(TLS_server_method());
    if (n < 4 || SSL_CTX_use_certificate_file(context, words[2], SSL_FILETYPE_PEM) != 1 || SSL_CTX_use_PrivateKey_file(context, words[3], SSL_FILETYPE_PEM) != 1) return 2;
    setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listening, (struct sockaddr *) &here, sizeof here) || listen(listening, 64)) return 1;
    for (;;) {
        struct line *l = calloc(1, sizeof *l);
        pthread_t thread;
        l->socket = accept(listening, NULL, NULL);
        setsockopt(l->socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        pthread_create(&thread, NULL, serve, l);
        pthread_detach(thread);
    }
}
