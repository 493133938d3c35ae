/*
 * forgetfs MOUNTPOINT: a file system in memory that forgets, when its power is cut, what was not synced. Content is durable after
 * fsync or fdatasync of the file, a name after fsync of its folder. Nothing is cached by the kernel. Commands are written to the file
 * ".power" at the top:
 *   cut SEED     the power goes: handles that are open fail with EIO; of what was not synced, any 512-byte sector and any name may
 *                have reached the disk after all, as the seed has it
 *   fail ERRNO   writes, syncs, creations and renames fail with this error
 *   slow MS      every sync takes this long
 *   well         no more of either
 * Build: gcc -O2 -Wall -o forgetfs forgetfs.c $(pkg-config --cflags --libs fuse3)
 */
#define FUSE_USE_VERSION 31
#include <errno.h>
#include <fuse.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SECTOR = 512, NAMES = 4096 };
static const char *const POWER = "/.power";

struct change { off_t at; size_t length; char *bytes; struct change *next; }; /* bytes == NULL: cut to this length */
struct image { char *bytes; size_t length, room; };
struct node { struct image now, durable; struct change *first, **last; mode_t mode; int is_folder; };
struct name { char *path; struct node *node; };
struct names { struct name of[NAMES]; int count; };
struct renaming { char *from, *to; struct node *node; struct renaming *next; }; /* from == NULL: made; to == NULL: removed */
struct handle { struct node *node; long power; };

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static struct names now, durable;
static struct renaming *first_renaming, **last_renaming = &first_renaming;
static long power, slow_ms;
static int failing;
static uint64_t chance;

static int lucky(void)
{
    chance ^= chance << 13, chance ^= chance >> 7, chance ^= chance << 17;
    return (chance >> 33) & 1;
}

static void resize(struct image *image, size_t length)
{
    if (length > image->room) {
        image->room = length * 2;
        image->bytes = realloc(image->bytes, image->room);
    }
    if (length > image->length)
        memset(image->bytes + image->length, 0, length - image->length);
    image->length = length;
}

static void put(struct image *image, off_t at, const char *bytes, size_t length)
{
    if (image->length < at + length)
        resize(image, at + length);
    memcpy(image->bytes + at, bytes, length);
}

static struct node *node_new(mode_t mode, int is_folder)
{
    struct node *node = calloc(1, sizeof *node);
    node->last = &node->first;
    node->mode = mode;
    node->is_folder = is_folder;
    return node;
}

static void note(struct node *node, off_t at, size_t length, const char *bytes)
{
    struct change *change = calloc(1, sizeof *change);
    change->at = at, change->length = length;
    if (bytes)
        change->bytes = memcpy(malloc(length + 1), bytes, length);
    *node->last = change;
    node->last = &change->next;
}

static void tear(struct node *node, const struct change *change)
{
    if (!change->bytes) {
        if (lucky())
            resize(&node->durable, change->length);
        return;
    }
    for (size_t at = 0; at < change->length;) {
        size_t end = at + SECTOR - (change->at + at) % SECTOR;
        if (end > change->length)
            end = change->length;
        if (lucky())
            put(&node->durable, change->at + at, change->bytes + at, end - at);
        at = end;
    }
}

/* Brings what waits to the disk: all of it, or as chance has it. */
static void settle(struct node *node, int all)
{
    for (struct change *change = node->first, *next; change; change = next) {
        next = change->next;
        if (!all)
            tear(node, change);
        else if (change->bytes)
            put(&node->durable, change->at, change->bytes, change->length);
        else
            resize(&node->durable, change->length);
        free(change->bytes);
        free(change);
    }
    node->first = NULL;
    node->last = &node->first;
    if (!all) {
        node->now.length = 0;
        if (node->durable.length)
            put(&node->now, 0, node->durable.bytes, node->durable.length);
    }
}

static int find(const struct names *names, const char *path)
{
    for (int at = 0; at < names->count; at++)
        if (strcmp(names->of[at].path, path) == 0)
            return at;
    return -1;
}

static void take_off(struct names *names, const char *path)
{
    int at = find(names, path);
    if (at >= 0) {
        free(names->of[at].path);
        names->of[at] = names->of[--names->count];
    }
}

static void set(struct names *names, const char *path, struct node *node)
{
    take_off(names, path);
    if (names->count < NAMES)
        names->of[names->count++] = (struct name){strdup(path), node};
}

static void apply(struct names *names, const struct renaming *renaming)
{
    if (renaming->to)
        set(names, renaming->to, renaming->node);
    if (renaming->from)
        take_off(names, renaming->from);
}

static void rename_later(const char *from, const char *to, struct node *node)
{
    struct renaming *renaming = calloc(1, sizeof *renaming);
    *renaming = (struct renaming){from ? strdup(from) : NULL, to ? strdup(to) : NULL, node, NULL};
    apply(&now, renaming);
    *last_renaming = renaming;
    last_renaming = &renaming->next;
}

static int lies_in(const char *path, const char *folder)
{
    size_t length = strcmp(folder, "/") == 0 ? 0 : strlen(folder);
    return path && strncmp(path, folder, length) == 0 && path[length] == '/' && !strchr(path + length + 1, '/') && path[length + 1];
}

static void settle_names(const char *folder)
{
    struct renaming **at = &first_renaming;
    while (*at) {
        struct renaming *renaming = *at;
        if (folder && !lies_in(renaming->to ? renaming->to : renaming->from, folder)) {
            at = &renaming->next;
            continue;
        }
        if (folder || lucky())
            apply(&durable, renaming);
        *at = renaming->next;
        free(renaming->from), free(renaming->to), free(renaming);
    }
    last_renaming = at;
}

static void cut(uint64_t seed)
{
    power++;
    chance = (seed + 1) * 0x9E3779B97F4A7C15u;
    for (int at = 0; at < 16; at++)
        lucky();
    settle_names(NULL);
    while (now.count)
        free(now.of[--now.count].path);
    for (int at = 0; at < durable.count; at++) {
        settle(durable.of[at].node, 0);
        now.of[now.count++] = (struct name){strdup(durable.of[at].path), durable.of[at].node};
    }
}

static void command(const char *text)
{
    long value = 0;
    if (sscanf(text, "cut %ld", &value) == 1)
        cut(value);
    else if (sscanf(text, "fail %ld", &value) == 1)
        failing = (int)value;
    else if (sscanf(text, "slow %ld", &value) == 1)
        slow_ms = value;
    else
        failing = 0, slow_ms = 0;
}

/* Every operation runs between these two, so that a cut falls between two of them. */
static int done(int result)
{
    pthread_mutex_unlock(&gate);
    return result;
}

static struct node *look(const char *path)
{
    pthread_mutex_lock(&gate);
    int at = find(&now, path);
    return at < 0 ? NULL : now.of[at].node;
}

static struct node *held(struct fuse_file_info *info)
{
    struct handle *handle = (struct handle *)(uintptr_t)info->fh;
    pthread_mutex_lock(&gate);
    return handle && handle->power == power ? handle->node : NULL;
}

static void hold(struct fuse_file_info *info, struct node *node)
{
    struct handle *handle = malloc(sizeof *handle);
    *handle = (struct handle){node, power};
    info->fh = (uintptr_t)handle;
    info->direct_io = 1;
}

static void describe(const struct node *node, struct stat *stat)
{
    memset(stat, 0, sizeof *stat);
    stat->st_mode = node->is_folder ? S_IFDIR | 0700 : S_IFREG | node->mode;
    stat->st_nlink = 1;
    stat->st_size = node->is_folder ? 0 : (off_t)node->now.length;
}

static int fs_getattr(const char *path, struct stat *stat, struct fuse_file_info *info)
{
    static const struct node switch_node = {.mode = 0600};
    (void)info;
    struct node *node = look(path);
    if (!node && strcmp(path, POWER) != 0)
        return done(-ENOENT);
    describe(node ? node : &switch_node, stat);
    return done(0);
}

static int fs_readdir(const char *path, void *buffer, fuse_fill_dir_t fill, off_t offset, struct fuse_file_info *info, enum fuse_readdir_flags flags)
{
    (void)offset, (void)info, (void)flags;
    look(path);
    fill(buffer, ".", NULL, 0, 0);
    fill(buffer, "..", NULL, 0, 0);
    for (int at = 0; at < now.count; at++)
        if (lies_in(now.of[at].path, path)) {
            struct stat stat;
            describe(now.of[at].node, &stat);
            fill(buffer, strrchr(now.of[at].path, '/') + 1, &stat, 0, 0);
        }
    return done(0);
}

static int fs_mkdir(const char *path, mode_t mode)
{
    if (look(path))
        return done(-EEXIST);
    if (failing)
        return done(-failing);
    rename_later(NULL, path, node_new(mode, 1));
    return done(0);
}

static int fs_create(const char *path, mode_t mode, struct fuse_file_info *info)
{
    struct node *node = look(path);
    if (failing)
        return done(-failing);
    if (!node)
        rename_later(NULL, path, node = node_new(mode & 0777, 0));
    hold(info, node);
    return done(0);
}

static int fs_open(const char *path, struct fuse_file_info *info)
{
    struct node *node = look(path);
    if (!node && strcmp(path, POWER) != 0)
        return done(-ENOENT);
    if (failing == EROFS && node && (info->flags & O_ACCMODE) != O_RDONLY)
        return done(-EROFS);
    hold(info, node);
    return done(0);
}

static int fs_release(const char *path, struct fuse_file_info *info)
{
    (void)path;
    free((struct handle *)(uintptr_t)info->fh);
    return 0;
}

static int fs_read(const char *path, char *buffer, size_t size, off_t offset, struct fuse_file_info *info)
{
    (void)path;
    struct node *node = held(info);
    if (!node)
        return done(-EIO);
    size_t left = (size_t)offset < node->now.length ? node->now.length - offset : 0;
    size = size < left ? size : left;
    if (size)
        memcpy(buffer, node->now.bytes + offset, size);
    return done((int)size);
}

static int fs_write(const char *path, const char *bytes, size_t size, off_t offset, struct fuse_file_info *info)
{
    struct node *node = held(info);
    if (strcmp(path, POWER) == 0) {
        char text[64] = {0};
        memcpy(text, bytes, size < sizeof text - 1 ? size : sizeof text - 1);
        command(text);
        return done((int)size);
    }
    if (!node)
        return done(-EIO);
    if (failing)
        return done(-failing);
    put(&node->now, offset, bytes, size);
    note(node, offset, size, bytes);
    return done((int)size);
}

static int fs_truncate(const char *path, off_t length, struct fuse_file_info *info)
{
    (void)info;
    struct node *node = look(path);
    if (!node)
        return done(strcmp(path, POWER) == 0 ? 0 : -ENOENT);
    if (failing)
        return done(-failing);
    resize(&node->now, length);
    note(node, 0, length, NULL);
    return done(0);
}

/* A full or read-only disk still confirms what it has; a broken one confirms nothing. */
static int refuses_sync(int unsynced)
{
    return failing && (unsynced || (failing != EROFS && failing != ENOSPC));
}

static int fs_fsync(const char *path, int only_content, struct fuse_file_info *info)
{
    (void)path, (void)only_content;
    pthread_mutex_lock(&gate);
    struct timespec wait = {slow_ms / 1000, slow_ms % 1000 * 1000000};
    pthread_mutex_unlock(&gate);
    nanosleep(&wait, NULL);
    struct node *node = held(info);
    if (!node)
        return done(-EIO);
    if (refuses_sync(node->first != NULL))
        return done(-failing);
    settle(node, 1);
    return done(0);
}

static int fs_opendir(const char *path, struct fuse_file_info *info)
{
    struct node *node = look(path);
    if (!node)
        return done(-ENOENT);
    hold(info, node);
    return done(0);
}

static int fs_fsyncdir(const char *path, int only_content, struct fuse_file_info *info)
{
    (void)only_content;
    if (!held(info))
        return done(-EIO);
    if (refuses_sync(0))
        return done(-failing);
    settle_names(path);
    return done(0);
}

static int fs_rename(const char *from, const char *to, unsigned flags)
{
    struct node *node = look(from);
    if (flags || !node)
        return done(flags ? -EINVAL : -ENOENT);
    if (failing)
        return done(-failing);
    rename_later(from, to, node);
    return done(0);
}

static int fs_link(const char *from, const char *to)
{
    struct node *node = look(from);
    if (!node || failing)
        return done(node ? -failing : -ENOENT);
    rename_later(NULL, to, node);
    return done(0);
}

static int fs_unlink(const char *path)
{
    if (!look(path))
        return done(-ENOENT);
    if (failing)
        return done(-failing);
    rename_later(path, NULL, NULL);
    return done(0);
}

static int fs_chmod(const char *path, mode_t mode, struct fuse_file_info *info)
{
    (void)info;
    struct node *node = look(path);
    if (node)
        node->mode = mode & 0777;
    return done(node ? 0 : -ENOENT);
}

static int fs_utimens(const char *path, const struct timespec times[2], struct fuse_file_info *info)
{
    (void)path, (void)times, (void)info;
    return 0;
}

static void *fs_init(struct fuse_conn_info *connection, struct fuse_config *config)
{
    (void)connection;
    config->entry_timeout = config->attr_timeout = config->negative_timeout = 0;
    config->direct_io = 1;
    config->hard_remove = 1;
    set(&now, "/", node_new(0700, 1));
    set(&durable, "/", now.of[0].node);
    return NULL;
}

static const struct fuse_operations operations = {
    .init = fs_init, .getattr = fs_getattr, .readdir = fs_readdir, .mkdir = fs_mkdir, .rmdir = fs_unlink, .create = fs_create,
    .open = fs_open, .release = fs_release, .read = fs_read, .write = fs_write, .truncate = fs_truncate, .fsync = fs_fsync,
    .opendir = fs_opendir, .releasedir = fs_release, .fsyncdir = fs_fsyncdir, .rename = fs_rename, .link = fs_link,
    .unlink = fs_unlink, .chmod = fs_chmod, .utimens = fs_utimens,
};

int main(int count, char **arguments)
{
    return fuse_main(count, arguments, &operations, NULL);
}
