package ml.taama.ui;

import java.time.Duration;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the assets. */
@RestController
@Open
class AssetController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{fingerprint}/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String fingerprint, @PathVariable String name) {
        Assets.Asset asset = assets.find(name).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        boolean current = assets.address(name).contains("/" + fingerprint + "/");
        return ResponseEntity.ok()
                .cacheControl(current ? FOR_EVER : CacheControl.noCache())
                .contentType(MediaType.parseMediaType(asset.type()))
                .body(asset.content());
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> favicon() {
        return asset("", "icon.svg");
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        return "User-agent: *\nAllow: /\n";
    }
}
